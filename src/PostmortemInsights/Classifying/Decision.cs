using System.Collections.Immutable;

namespace PostmortemInsights.Classifying;

/// <summary>Which labels are given, once each category has a probability.</summary>
/// <param name="Least">At least so many, whatever their probability.</param>
/// <param name="Most">At most so many.</param>
/// <param name="UnknownOdds">How many times likelier <c>unknown</c> is in reports at large than in those that were learned from.</param>
internal sealed record Decision(int Least, int Most, double UnknownOdds)
{
    // Of 89 real reports 27 say nothing of what set it off, but only one in nine of the shipped corpus, which holds each category often enough.
    private const double UnknownTriggers = 3;

    private const int FirstPercent = 5;
    private const int LastPercent = 80;

    /// <summary>The decision that fits a facet.</summary>
    public static Decision For(Facet facet) => facet switch
    {
        Facet.Causes => new(1, 3, 1),
        Facet.Components => new(0, 3, 1),
        _ => new(1, 1, UnknownTriggers),
    };

    /// <summary>The places of the labels given, the most probable first. <c>unknown</c> stands alone or not at all.</summary>
    public ImmutableArray<int> Choose(ImmutableArray<Category> categories, ImmutableArray<double> probabilities, double threshold)
    {
        var order = Enumerable.Range(0, probabilities.Length).OrderByDescending(c => probabilities[c]).ThenBy(c => c).ToList();
        if (Least > 0 && categories[order[0]].Id == Taxonomy.Unknown)
            return [order[0]];
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
