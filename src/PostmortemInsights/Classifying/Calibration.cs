using System.Collections.Immutable;

namespace PostmortemInsights.Classifying;

/// <summary>A label that could be given.</summary>
/// <param name="Category">Its place in the facet.</param>
/// <param name="Probability">How probable it is that a reader would give it.</param>
internal readonly record struct Candidate(int Category, double Probability);

/// <summary>
/// Turns a model's raw probabilities, which share out one whole among the categories, into ones that mean what they say. The first label's
/// is corrected as Platt (1999) does, where each text shows both what the best known category and what <c>unknown</c> is worth. A further label takes nothing from the first: what counts is how it stands among the rest, and
/// whether its cues stand in the title or only in the story.
/// </summary>
/// <param name="First">Of 1, the logit of the raw probability, and 1 if the label is <c>unknown</c>, which is another kind of answer.</param>
/// <param name="Further">Of 1, the logit of the category's part of what the first one leaves, the first one's logit, and how strongly the
/// category's cues stand in the title and in the story.</param>
/// <param name="Unknown">The place of <c>unknown</c>, or -1.</param>
internal sealed record Calibration(Logistic First, Logistic Further, int Unknown)
{
    private const int FurtherCount = 5;

    /// <summary>Leaves probabilities as they are.</summary>
    public static Calibration None(int unknown) => new(new([0, 1, 0]), new([0, 1, 0, 0, 0]), unknown);

    /// <summary>The probability that each category holds as the first label.</summary>
    public ImmutableArray<double> AsFirst(double[] raw) => [.. Enumerable.Range(0, raw.Length).Select(c => First.Of(FirstValues(raw, c)))];

    /// <summary>The labels that could be given, the first one first and then the most probable.</summary>
    public ImmutableArray<Candidate> Candidates(double[] raw, FacetFeatures features)
    {
        var first = FirstOf(raw);
        var most = First.Of(FirstValues(raw, first));
        return [new(first, most), .. Enumerable.Range(0, raw.Length).Where(c => c != first)
            .Select(c => new Candidate(c, Math.Min(most, Further.Of(FurtherValues(raw, features, first, c))))).OrderByDescending(static c => c.Probability).ThenBy(static c => c.Category)];
    }

    /// <summary>Fits to what held for texts that the model had not seen.</summary>
    public Calibration Fit(IReadOnlyList<HeldOutText> texts) => this with
    {
        First = First.Fit([.. texts.SelectMany(t => BestOf(t.Raw).Select(c => (FirstValues(t.Raw, c), t.Holds(c))))]),
        Further = new Logistic([.. Enumerable.Repeat(0.0, FurtherCount)]).Fit([.. texts.SelectMany(FurtherOf)]),
    };

    // Nothing stands beside "unknown".
    private IEnumerable<(double[] Values, bool Held)> FurtherOf(HeldOutText text)
    {
        var first = FirstOf(text.Raw);
        return first == Unknown ? [] : Enumerable.Range(0, text.Raw.Length).Where(c => c != first && c != Unknown)
            .Select(c => (FurtherValues(text.Raw, text.Features, first, c), text.Holds(c)));
    }

    // The most probable of the known categories, and "unknown" where that is an answer.
    private IEnumerable<int> BestOf(double[] raw)
    {
        var known = Enumerable.Range(0, raw.Length).Where(c => c != Unknown).MaxBy(c => raw[c]);
        return Unknown < 0 ? [known] : [known, Unknown];
    }

    private static int FirstOf(double[] raw) => Array.IndexOf(raw, raw.Max());

    private double[] FirstValues(double[] raw, int category) => [1, Logistic.Logit(raw[category]), category == Unknown ? 1 : 0];

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
/// <param name="Holds">Whether a reader gave it the category at this place.</param>
internal sealed record HeldOutText(double[] Raw, FacetFeatures Features, Func<int, bool> Holds);
