using System.Collections.Immutable;

namespace PostmortemInsights.Classifying;

/// <summary>Where the weights of a linear model stand in one row, as a trainer holds them: first the cue weights that all categories share,
/// then each category's own, then each term's with the categories side by side.</summary>
/// <param name="Categories">Number of categories.</param>
/// <param name="Cues">Number of cue features a category.</param>
/// <param name="Terms">Number of terms.</param>
/// <param name="OwnCueScale">What a category's own cue weights are multiplied by, below 1 to hold them nearer to zero than the shared ones.</param>
internal sealed record WeightLayout(int Categories, int Cues, int Terms, double OwnCueScale)
{
    /// <summary>Number of weights.</summary>
    public int Length => TermAt(Terms);

    /// <summary>The layout for a training set.</summary>
    public static WeightLayout For(TrainingSet set, double ownCueScale) => new(set.Categories, set.Cues, set.Terms, ownCueScale);

    /// <summary>Where a category's own cue weights begin.</summary>
    public int OwnCuesAt(int category) => Cues + (category * Cues);

    /// <summary>Where a term's weights begin.</summary>
    public int TermAt(int term) => OwnCuesAt(Categories) + (term * Categories);

    /// <summary>The model that a row of weights stands for.</summary>
    public LinearWeights Read(ImmutableArray<double> row) => new(
        row[..Cues],
        [.. Enumerable.Range(0, Categories).Select(c => row.Slice(OwnCuesAt(c), Cues).Select(w => w * OwnCueScale).ToImmutableArray())],
        [.. Enumerable.Range(0, Terms).Select(t => row.Slice(TermAt(t), Categories))]);
}
