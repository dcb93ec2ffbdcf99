using System.Collections.Immutable;

namespace PostmortemInsights.Classifying;

/// <summary>A label that could be given.</summary>
/// <param name="Category">Its place in the facet.</param>
/// <param name="Probability">How probable it is that a reader would give it.</param>
internal readonly record struct Candidate(int Category, double Probability);

/// <summary>
/// Turns a model's raw probabilities, which share out one whole among the categories, into ones that mean what they say. The first label's
/// is corrected as Platt (1999) does. A further label takes nothing from the first: what counts is how it stands among the rest, and
/// whether its cues stand in the title or only in the story.
/// </summary>
/// <param name="First">Of 1 and the logit of the raw probability.</param>
/// <param name="Further">Of 1, the logit of the category's part of what the first one leaves, the first one's logit, and how strongly the
/// category's cues stand in the title and in the story.</param>
internal sealed record Calibration(Logistic First, Logistic Further)
{
    /// <summary>Leaves probabilities as they are.</summary>
    public static Calibration None { get; } = new(new([0, 1]), new([0, 1, 0, 0, 0]));

    /// <summary>The probability that a first label of this raw probability holds.</summary>
    public double Of(double raw) => First.Of(FirstValues(raw));

    /// <summary>The labels that could be given, the first one first and then the most probable.</summary>
    public ImmutableArray<Candidate> Candidates(double[] raw, FacetFeatures features)
    {
        var first = FirstOf(raw);
        var most = Of(raw[first]);
        return [new(first, most), .. Enumerable.Range(0, raw.Length).Where(c => c != first)
            .Select(c => new Candidate(c, Math.Min(most, Further.Of(FurtherValues(raw, features, first, c))))).OrderByDescending(static c => c.Probability).ThenBy(static c => c.Category)];
    }

    /// <summary>Fits to what held for texts that the model had not seen.</summary>
    public static Calibration Fit(IReadOnlyList<HeldOutText> texts) => new(
        None.First.Fit([.. texts.Select(t => (FirstValues(t.Raw[FirstOf(t.Raw)]), t.Holds(FirstOf(t.Raw))))]),
        new Logistic([.. None.Further.Weights.Select(static _ => 0.0)]).Fit([.. texts.SelectMany(FurtherOf)]));

    // Nothing stands beside "unknown".
    private static IEnumerable<(double[] Values, bool Held)> FurtherOf(HeldOutText text)
    {
        var first = FirstOf(text.Raw);
        return first == text.Unknown ? [] : Enumerable.Range(0, text.Raw.Length).Where(c => c != first && c != text.Unknown)
            .Select(c => (FurtherValues(text.Raw, text.Features, first, c), text.Holds(c)));
    }

    private static int FirstOf(double[] raw) => Array.IndexOf(raw, raw.Max());

    private static double[] FirstValues(double raw) => [1, Logistic.Logit(raw)];

    private static double[] FurtherValues(double[] raw, FacetFeatures features, int first, int category) =>
    [
        1,
        Logistic.Logit(raw[category] / Math.Max(double.Epsilon, 1 - raw[first])),
        Logistic.Logit(raw[first]),
        FeatureReader.CuesIn(Zone.Title, features.Cues[category]),
        FeatureReader.CuesIn(Zone.Story, features.Cues[category]),
    ];
}

/// <summary>What a model says of a labelled text that it has not learned from.</summary>
/// <param name="Raw">The raw probability of each category.</param>
/// <param name="Features">The text's features.</param>
/// <param name="Unknown">The place of <c>unknown</c>, or -1.</param>
/// <param name="Holds">Whether a reader gave it the category at this place.</param>
internal sealed record HeldOutText(double[] Raw, FacetFeatures Features, int Unknown, Func<int, bool> Holds);
