using System.Numerics;
using System.Runtime.InteropServices;

namespace PostmortemInsights.Classifying;

/// <summary>
/// Multinomial logistic regression with an L2 penalty. The cue features have one weight for all categories and a small deviation for
/// each (a conditional logit), so that a category with few examples profits from what the others taught about cues. Full-batch
/// gradient descent with steps scaled by running root mean squares of the gradient (RMSprop, Tieleman and Hinton 2012), in a fixed
/// order and without chance.
/// </summary>
public sealed class LogisticRegressionTrainer : IClassifierTrainer
{
    private const int Epochs = 60;
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

    private sealed class Descent
    {
        private readonly TrainingSet set;
        private readonly WeightLayout layout;
        private readonly double[] weights;
        private readonly double[] gradient;
        private readonly double[] meanSquare;
        private readonly double[] scores;

        public Descent(TrainingSet set)
        {
            this.set = set;
            layout = WeightLayout.For(set, OwnCueScale);
            weights = new double[layout.Length];
            gradient = new double[weights.Length];
            meanSquare = new double[weights.Length];
            scores = new double[set.Categories];
        }

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

        public LinearWeights Weights() => layout.Read([.. weights]);

        private Span<double> SharedCues(double[] row) => row.AsSpan(0, set.Cues);

        private Span<double> OwnCues(double[] row, int category) => row.AsSpan(layout.OwnCuesAt(category), set.Cues);

        private Span<double> Term(double[] row, int term) => row.AsSpan(layout.TermAt(term), set.Categories);

        private void Score(FacetFeatures features)
        {
            for (var c = 0; c < scores.Length; c++)
                scores[c] = Dot(features.Cues[c].AsSpan(), SharedCues(weights), OwnCues(weights, c));
            foreach (var (term, value) in features.Terms)
                Add(scores, Term(weights, term), value);
        }

        private void AddGradient(TrainingExample example)
        {
            Score(example.Features);
            Softmax.Apply(scores);
            for (var c = 0; c < scores.Length; c++)
                scores[c] = (scores[c] - example.Target[c]) * example.Weight;
            for (var c = 0; c < scores.Length; c++)
            {
                Add(SharedCues(gradient), example.Features.Cues[c].AsSpan(), scores[c]);
                Add(OwnCues(gradient, c), example.Features.Cues[c].AsSpan(), scores[c] * OwnCueScale);
            }

            foreach (var (term, value) in example.Features.Terms)
                Add(Term(gradient, term), scores, value);
        }

        private static double Dot(ReadOnlySpan<double> cues, ReadOnlySpan<double> shared, ReadOnlySpan<double> own)
        {
            var sum = 0.0;
            for (var v = 0; v < cues.Length; v++)
            {
                if (cues[v] != 0)
                    sum += cues[v] * (shared[v] + (own[v] * OwnCueScale));
            }

            return sum;
        }

        private static void Add(Span<double> to, ReadOnlySpan<double> values, double factor)
        {
            var wide = MemoryMarshal.Cast<double, Vector<double>>(to);
            var wideValues = MemoryMarshal.Cast<double, Vector<double>>(values);
            for (var i = 0; i < wide.Length; i++)
                wide[i] += wideValues[i] * factor;
            for (var i = wide.Length * Vector<double>.Count; i < to.Length; i++)
                to[i] += values[i] * factor;
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
