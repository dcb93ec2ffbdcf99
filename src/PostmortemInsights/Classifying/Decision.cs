using System.Collections.Immutable;

namespace PostmortemInsights.Classifying;

/// <summary>Which labels are given, once each category has a probability.</summary>
/// <param name="Least">At least so many, whatever their probability.</param>
/// <param name="Most">At most so many.</param>
internal sealed record Decision(int Least, int Most)
{
    /// <summary>Where exactly one label is given, a less probable one is a guess, and <c>unknown</c> is given instead.</summary>
    public const double MoreLikelyThanNot = 0.5;

    private const int FirstPercent = 5;
    private const int LastPercent = 80;

    /// <summary>The decision that fits a facet.</summary>
    public static Decision For(Facet facet) => facet switch
    {
        Facet.Causes => new(1, 3),
        Facet.Components => new(0, 3),
        _ => new(1, 1),
    };

    /// <summary>The places of the labels given, the most probable first. <c>unknown</c> stands alone or not at all.</summary>
    public ImmutableArray<int> Choose(ImmutableArray<Category> categories, ImmutableArray<double> probabilities, double threshold)
    {
        var order = Enumerable.Range(0, probabilities.Length).OrderByDescending(c => probabilities[c]).ThenBy(c => c).ToList();
        if (Least > 0 && categories[order[0]].Id == Taxonomy.Unknown)
            return [order[0]];
        if (Least == Most && probabilities[order[0]] < MoreLikelyThanNot && order.FindIndex(c => categories[c].Id == Taxonomy.Unknown) is >= 0 and var unknown)
            return [order[unknown]];
        return [.. order.Where(c => categories[c].Id != Taxonomy.Unknown).Take(Most).Where((c, rank) => rank < Least || probabilities[c] >= threshold)];
    }

    /// <summary>The threshold in whole percents that gives the best F1 over all labels of texts that the model had not seen.</summary>
    public double BestThreshold(ImmutableArray<Category> categories, IReadOnlyList<(ImmutableArray<string> Labels, ImmutableArray<double> Probabilities)> texts) =>
        Least == Most ? 1 : Enumerable.Range(FirstPercent, LastPercent - FirstPercent).Select(p => p / 100.0).MaxBy(t => F1(categories, texts, t));

    private double F1(ImmutableArray<Category> categories, IReadOnlyList<(ImmutableArray<string> Labels, ImmutableArray<double> Probabilities)> texts, double threshold)
    {
        var (right, given, wanted) = (0, 0, 0);
        foreach (var (labels, probabilities) in texts)
        {
            var chosen = Choose(categories, probabilities, threshold);
            right += chosen.Count(c => labels.Contains(categories[c].Id));
            given += chosen.Length;
            wanted += labels.Length;
        }

        return given + wanted == 0 ? 0 : 2.0 * right / (given + wanted);
    }
}
