using System.Collections.Immutable;

namespace PostmortemInsights.Classifying;

/// <summary>Which labels are given, once each candidate has a probability.</summary>
/// <param name="Least">At least so many, whatever their probability.</param>
/// <param name="Most">At most so many.</param>
/// <param name="UnknownOdds">How many times likelier <c>unknown</c> is in reports at large than the texts learned from show, as they count there.</param>
internal sealed record Decision(int Least, int Most, double UnknownOdds)
{
    // Three in ten real reports say nothing of what set it off, but one in nine of the shipped corpus, and one in five as they count (LabelRates).
    private const double UnknownTriggers = 2;

    /// <summary>The decision that fits a facet.</summary>
    public static Decision For(Facet facet) => facet switch
    {
        Facet.Causes => new(1, 3, 1),
        Facet.Components => new(0, 3, 1),
        _ => new(1, 1, UnknownTriggers),
    };

    /// <summary>The labels given, the first one first. <c>unknown</c> stands alone or not at all.</summary>
    public ImmutableArray<Candidate> Choose(ImmutableArray<Category> categories, ImmutableArray<Candidate> candidates, double threshold)
    {
        if (Least > 0 && categories[candidates[0].Category].Id == Taxonomy.Unknown)
            return [candidates[0]];
        return [.. candidates.Where(c => categories[c.Category].Id != Taxonomy.Unknown).Take(Most).Where((c, rank) => rank < Least || c.Probability >= threshold)];
    }

    /// <summary>The labels given with those that are certain by themselves, as far as there is room: the first one stays the first, the rest follow by probability.</summary>
    public ImmutableArray<Candidate> With(IEnumerable<Candidate> certain, ImmutableArray<Candidate> given)
    {
        var added = certain.Where(c => !given.Any(g => g.Category == c.Category)).Take(Most - given.Length);
        if (given.IsEmpty)
            return [.. added];
        var further = given.Skip(1).Concat(added.Select(c => c with { Probability = Math.Min(c.Probability, given[0].Probability) }));
        return [given[0], .. further.OrderByDescending(static c => c.Probability).ThenBy(static c => c.Category)];
    }

    /// <summary>The threshold in whole percents from which labels raise F1 over all labels of texts that the model had not seen: half of the best F1
    /// (Lipton, Elkan and Naryanaswamy, Optimal Thresholding of Classifiers to Maximize F1 Measure, ECML 2014, theorem 1). Where that best lies is
    /// often chance; how high it is, is not.</summary>
    public double BestThreshold(ImmutableArray<Category> categories, IReadOnlyList<(ImmutableArray<string> Labels, ImmutableArray<Candidate> Candidates)> texts) =>
        Least == Most ? 1 : Math.Round(Enumerable.Range(0, 101).Max(p => F1(categories, texts, p / 100.0)) / 2, 2);

    private double F1(ImmutableArray<Category> categories, IReadOnlyList<(ImmutableArray<string> Labels, ImmutableArray<Candidate> Candidates)> texts, double threshold)
    {
        var (right, given, wanted) = (0, 0, 0);
        foreach (var (labels, candidates) in texts)
        {
            var chosen = Choose(categories, candidates, threshold);
            right += chosen.Count(c => labels.Contains(categories[c.Category].Id));
            given += chosen.Length;
            wanted += labels.Length;
        }

        return given + wanted == 0 ? 0 : 2.0 * right / (given + wanted);
    }
}
