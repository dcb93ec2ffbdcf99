using System.Collections.Immutable;

namespace PostmortemInsights.Classifying;

/// <summary>
/// Multinomial logistic regression with an L2 penalty. The cue features have one weight for all categories and a small deviation for
/// each (a conditional logit), so that a category with few examples profits from what the others taught about cues. Full-batch
/// gradient descent with steps scaled by running root mean squares of the gradient (RMSprop, Tieleman and Hinton 2012), in a fixed
/// order and without chance.
/// </summary>
public sealed class LogisticRegressionTrainer : IClassifierTrainer
{
    private const int Epochs = 80;
    private const double Penalty = 0.3;
    private const double FirstStep = 0.3;
    private const double Memory = 0.9;
    private const double OwnCueScale = 0.5;

    /// <inheritdoc/>
    public string Name => "logistic";

    /// <inheritdoc/>
    public LinearWeights Train(TrainingSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        var descent = new Descent(set);
        for (var epoch = 0; epoch < Epochs; epoch++)
            descent.Step(FirstStep / Math.Sqrt(epoch + 1));
        return descent.Weights();
    }

    // All weights in one row: the shared cue weights, each category's own, then the terms' with the categories side by side.
    private sealed class Descent(TrainingSet set)
    {
        private readonly int categories = set.Categories;
        private readonly int own = set.Cues;
        private readonly int terms = set.Cues + (set.Categories * set.Cues);
        private readonly double[] weights = new double[set.Cues + (set.Categories * set.Cues) + (set.Terms * set.Categories)];
        private readonly double[] gradient = new double[set.Cues + (set.Categories * set.Cues) + (set.Terms * set.Categories)];
        private readonly double[] meanSquare = new double[set.Cues + (set.Categories * set.Cues) + (set.Terms * set.Categories)];
        private readonly double[] scores = new double[set.Categories];

        public void Step(double size)
        {
            Array.Clear(gradient);
            foreach (var example in set.Examples)
                AddGradient(example);
            for (var i = 0; i < weights.Length; i++)
            {
                var slope = gradient[i] + (Penalty * weights[i]);
                meanSquare[i] = (Memory * meanSquare[i]) + (slope * slope);
                if (meanSquare[i] > 0)
                    weights[i] -= size * slope / (Math.Sqrt(meanSquare[i]) + 1e-8);
            }
        }

        public LinearWeights Weights() => new(
            [.. weights[..own]],
            [.. Enumerable.Range(0, categories).Select(c => weights.Skip(own + (c * set.Cues)).Take(set.Cues).Select(w => w * OwnCueScale).ToImmutableArray())],
            [.. Enumerable.Range(0, set.Terms).Select(t => weights.AsSpan(terms + (t * categories), categories).ToImmutableArray())]);

        private void AddGradient(TrainingExample example)
        {
            Score(example.Features);
            Softmax.Apply(scores);
            for (var c = 0; c < categories; c++)
                scores[c] = (scores[c] - example.Target[c]) * example.Weight;
            for (var c = 0; c < categories; c++)
                AddCueGradient(example.Features.Cues[c], c);
            foreach (var (term, value) in example.Features.Terms)
            {
                var row = gradient.AsSpan(terms + (term * categories), categories);
                for (var c = 0; c < row.Length; c++)
                    row[c] += value * scores[c];
            }
        }

        private void AddCueGradient(ImmutableArray<double> cues, int category)
        {
            for (var v = 0; v < cues.Length; v++)
            {
                gradient[v] += cues[v] * scores[category];
                gradient[own + (category * cues.Length) + v] += cues[v] * scores[category] * OwnCueScale;
            }
        }

        private void Score(FacetFeatures features)
        {
            Array.Clear(scores);
            for (var c = 0; c < categories; c++)
            {
                for (var v = 0; v < set.Cues; v++)
                    scores[c] += features.Cues[c][v] * (weights[v] + (weights[own + (c * set.Cues) + v] * OwnCueScale));
            }

            foreach (var (term, value) in features.Terms)
            {
                var row = weights.AsSpan(terms + (term * categories), categories);
                for (var c = 0; c < row.Length; c++)
                    scores[c] += value * row[c];
            }
        }
    }
}

/// <summary>Scores to probabilities that add up to 1.</summary>
internal static class Softmax
{
    public static void Apply(Span<double> scores)
    {
        var most = double.NegativeInfinity;
        foreach (var score in scores)
            most = Math.Max(most, score);
        var sum = 0.0;
        foreach (ref var score in scores)
            sum += score = Math.Exp(score - most);
        foreach (ref var score in scores)
            score /= sum;
    }
}
