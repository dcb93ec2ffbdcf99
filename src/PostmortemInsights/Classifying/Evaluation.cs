using System.Collections.Immutable;

namespace PostmortemInsights.Classifying;

/// <summary>How well classifiers do on documents that they have not learned from.</summary>
/// <param name="Documents">Number of documents that were classified.</param>
/// <param name="Folds">Number of parts that the documents were divided into; each was classified by a classifier trained without it.</param>
/// <param name="Trainer">Name of the trainer.</param>
/// <param name="Facets">One evaluation a facet, in the facets' order.</param>
public sealed record Evaluation(int Documents, int Folds, string Trainer, ImmutableArray<FacetEvaluation> Facets);

/// <summary>How well one facet was classified.</summary>
/// <param name="Facet">The facet.</param>
/// <param name="Documents">Number of documents.</param>
/// <param name="FirstRight">Documents whose first label is the reader's first label (or that have none, like the reader).</param>
/// <param name="Categories">Counts over all labels, category by category in the taxonomy's order; the first a document counts like the others.</param>
/// <param name="Confusion">First labels: row by row what a reader said, column by column what was given, both in the order of
/// <paramref name="Categories"/> with one more at the end for "no label".</param>
/// <param name="Calibration">How far the probabilities of the given labels can be trusted.</param>
/// <param name="Baseline">What a classifier would get that gives every document the most usual first label.</param>
public sealed record FacetEvaluation(
    Facet Facet,
    int Documents,
    int FirstRight,
    ImmutableArray<CategoryScore> Categories,
    ImmutableArray<ImmutableArray<int>> Confusion,
    CalibrationScore Calibration,
    MajorityBaseline Baseline)
{
    /// <summary>All labels of all categories counted together.</summary>
    public CategoryScore Micro => new("micro", Categories.Sum(c => c.Labelled), Categories.Sum(c => c.Given), Categories.Sum(c => c.Right));

    /// <summary>Mean F1 of the categories that a reader gave at least once; null if there is none.</summary>
    public double? MacroF1 => Categories.Where(c => c.Labelled > 0).Select(c => c.F1).Average();
}

/// <summary>How well one category was recognised.</summary>
/// <param name="Id">The category.</param>
/// <param name="Labelled">Documents that a reader gave it.</param>
/// <param name="Given">Documents that the classifier gave it.</param>
/// <param name="Right">Documents that both gave it.</param>
public sealed record CategoryScore(string Id, int Labelled, int Given, int Right)
{
    /// <summary>Right of given; null if it was never given.</summary>
    public double? Precision => Given == 0 ? null : (double)Right / Given;

    /// <summary>Right of labelled; null if no document has it.</summary>
    public double? Recall => Labelled == 0 ? null : (double)Right / Labelled;

    /// <summary>Harmonic mean of precision and recall; null if neither is there.</summary>
    public double? F1 => Labelled + Given == 0 ? null : 2.0 * Right / (Labelled + Given);
}

/// <summary>How far probabilities mean what they say.</summary>
/// <param name="ExpectedError">Expected calibration error (Naeini et al. 2015): the mean over given labels of how far their bin's mean
/// probability is from the share of them that is right, 0 to 1.</param>
/// <param name="Bins">Given labels by probability, in steps of a tenth; bins without labels are left out.</param>
public sealed record CalibrationScore(double ExpectedError, ImmutableArray<ReliabilityBin> Bins)
{
    private const int BinCount = 10;

    internal static CalibrationScore Of(IReadOnlyCollection<(double Probability, bool Right)> given)
    {
        var bins = given.GroupBy(g => Math.Min(BinCount - 1, (int)(g.Probability * BinCount))).OrderBy(g => g.Key)
            .Select(g => new ReliabilityBin((double)g.Key / BinCount, (g.Key + 1.0) / BinCount, g.Count(), g.Count(x => x.Right), g.Average(x => x.Probability)))
            .ToImmutableArray();
        return new(bins.Sum(b => b.Labels * Math.Abs(b.MeanProbability - ((double)b.Right / b.Labels))) / Math.Max(1, given.Count), bins);
    }
}

/// <summary>Given labels whose probabilities lie close together.</summary>
/// <param name="From">Lowest probability, inclusive.</param>
/// <param name="To">Highest probability, exclusive except for 1.</param>
/// <param name="Labels">Number of labels.</param>
/// <param name="Right">How many of them are right.</param>
/// <param name="MeanProbability">Mean of what the classifier said.</param>
public sealed record ReliabilityBin(double From, double To, int Labels, int Right, double MeanProbability);

/// <summary>What always giving the most usual first label would get.</summary>
/// <param name="Category">That label.</param>
/// <param name="FirstRight">Documents whose first label it is.</param>
/// <param name="MicroF1">F1 over all labels.</param>
/// <param name="MacroF1">Mean F1 of the categories that a reader gave at least once.</param>
public sealed record MajorityBaseline(string Category, int FirstRight, double MicroF1, double MacroF1);
