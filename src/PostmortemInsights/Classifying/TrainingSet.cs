using System.Collections.Immutable;

namespace PostmortemInsights.Classifying;

/// <summary>Learns how much each feature speaks for each category of one facet.</summary>
public interface IClassifierTrainer
{
    /// <summary>Name in the model file and on the command line.</summary>
    string Name { get; }

    /// <summary>Learns the weights; the same set gives the same weights.</summary>
    LinearWeights Train(TrainingSet set);
}

/// <summary>What a trainer learns from.</summary>
/// <param name="Categories">Number of categories.</param>
/// <param name="Cues">Number of cue features a category.</param>
/// <param name="Terms">Number of terms in the vocabulary.</param>
/// <param name="Examples">The examples in a fixed order.</param>
public sealed record TrainingSet(int Categories, int Cues, int Terms, ImmutableArray<TrainingExample> Examples);

/// <summary>One labelled text.</summary>
/// <param name="Features">What stands in it.</param>
/// <param name="Target">For each category the share of the labels that it has; they add up to 1.</param>
/// <param name="Weight">How much the example counts; about 1 for a document.</param>
public sealed record TrainingExample(FacetFeatures Features, ImmutableArray<double> Target, double Weight);

/// <summary>One text as numbers, for one facet.</summary>
/// <param name="Cues">For each category how strongly its cues stand in the zones: rows of equal length.</param>
/// <param name="Terms">The terms of the vocabulary that the text has, with their values.</param>
public sealed record FacetFeatures(ImmutableArray<ImmutableArray<double>> Cues, ImmutableArray<TermValue> Terms);

/// <summary>A term of the vocabulary in a text.</summary>
/// <param name="Term">Its place in the vocabulary.</param>
/// <param name="Value">How much it counts here.</param>
public readonly record struct TermValue(int Term, double Value);

/// <summary>A linear model of one facet. The score of category <c>c</c> is the sum over its cue features of value × (<c>Cues[v]</c> +
/// <c>OwnCues[c][v]</c>), and over the terms of value × <c>Terms[t][c]</c>.</summary>
/// <param name="Cues">Weights of the cue features, which all categories share.</param>
/// <param name="OwnCues">For each category, how its cue features differ from that.</param>
/// <param name="Terms">For each term, its weight for each category.</param>
public sealed record LinearWeights(
    ImmutableArray<double> Cues, ImmutableArray<ImmutableArray<double>> OwnCues, ImmutableArray<ImmutableArray<double>> Terms)
{
    private const int Decimals = 4;

    /// <summary>The score of each category.</summary>
    public double[] Scores(FacetFeatures features)
    {
        ArgumentNullException.ThrowIfNull(features);
        var scores = new double[OwnCues.Length];
        for (var c = 0; c < scores.Length; c++)
        {
            for (var v = 0; v < Cues.Length; v++)
                scores[c] += features.Cues[c][v] * (Cues[v] + OwnCues[c][v]);
        }

        foreach (var (term, value) in features.Terms)
        {
            var weights = Terms[term].AsSpan();
            for (var c = 0; c < scores.Length; c++)
                scores[c] += value * weights[c];
        }

        return scores;
    }

    /// <summary>The weights with one term's weight for one category raised.</summary>
    internal LinearWeights Raised(int term, int category, double by) =>
        this with { Terms = Terms.SetItem(term, Terms[term].SetItem(category, Terms[term][category] + by)) };

    /// <summary>The weights as a model file holds them: rounded, so that the last bits of a processor's arithmetic don't show.</summary>
    public LinearWeights Rounded() => new(Round(Cues), [.. OwnCues.Select(Round)], [.. Terms.Select(Round)]);

    private static ImmutableArray<double> Round(ImmutableArray<double> values) => [.. values.Select(v => Math.Round(v, Decimals))];
}
