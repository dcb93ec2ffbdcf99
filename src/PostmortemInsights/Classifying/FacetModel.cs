using System.Collections.Immutable;

namespace PostmortemInsights.Classifying;

/// <summary>What one facet's classifier has learned.</summary>
/// <param name="Categories">The taxonomy's categories, in its order.</param>
/// <param name="Vocabulary">The terms.</param>
/// <param name="Weights">What cues and terms speak for.</param>
/// <param name="Calibration">From raw to meant probabilities.</param>
/// <param name="Threshold">A label that may be left out is given from this probability on.</param>
/// <param name="Reader">Counts the categories' cues.</param>
internal sealed record FacetModel(
    ImmutableArray<Category> Categories,
    Vocabulary Vocabulary,
    LinearWeights Weights,
    Calibration Calibration,
    double Threshold,
    FeatureReader Reader)
{
    private const double MarkDown = 3;

    /// <summary>The features of a text in whose zones the cues in <paramref name="hits"/> stand.</summary>
    public FacetFeatures Features(ModelInput input, Flags flags, ImmutableArray<List<CueHit>> hits) =>
        new(Reader.CueValues(input.Zones, hits), Vocabulary.Values(input, flags));

    /// <summary>The probability of each category before calibration; they add up to 1. A category that has cues but none in the text is
    /// marked down: a label should have something to show for it.</summary>
    public double[] Raw(FacetFeatures features)
    {
        var scores = Weights.Scores(features);
        for (var c = 0; c < scores.Length; c++)
        {
            if (Categories[c].Cues.Length + Categories[c].Names.Length > 0 && Categories[c].Id != Taxonomy.Unknown && !features.Cues[c].AsSpan().ContainsAnyExcept(0))
                scores[c] -= MarkDown;
        }

        Softmax.Apply(scores);
        return scores;
    }
}
