using System.Collections.Immutable;

namespace PostmortemInsights.Classifying;

/// <summary>A small logistic regression: <c>σ(Σ weight × value)</c>.</summary>
/// <param name="Weights">One weight for each value.</param>
internal sealed record Logistic(ImmutableArray<double> Weights)
{
    private const int Steps = 50;
    private const double SmallestStep = 1e-4;
    private const double Enough = 1e-7;
    private const int Decimals = 4;
    private const double Least = 1e-6;

    // Holds the weights near where they started while there is little to fit them to.
    private const double Penalty = 1;

    /// <summary>The logarithm of the odds, which stays finite.</summary>
    public static double Logit(double p) => Math.Log(Math.Clamp(p, Least, 1 - Least) / (1 - Math.Clamp(p, Least, 1 - Least)));

    /// <summary>The probability.</summary>
    public double Of(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        for (var i = 0; i < Weights.Length; i++)
            sum += Weights[i] * values[i];
        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>Fits by Newton's method with step halving, from these weights and held near them (ridge).</summary>
    public Logistic Fit(IReadOnlyList<(double[] Values, bool Held)> seen)
    {
        var fitted = this;
        var loss = Loss(fitted, seen);
        for (var step = 0; step < Steps; step++)
        {
            var next = Towards(fitted, seen, loss);
            var nextLoss = Loss(next, seen);
            if (loss - nextLoss < Enough)
                break;
            (fitted, loss) = (next, nextLoss);
        }

        return new([.. fitted.Weights.Select(w => Math.Round(w, Decimals))]);
    }

    // The longest step, halved as often as it takes, that makes things better.
    private Logistic Towards(Logistic from, IReadOnlyList<(double[] Values, bool Held)> seen, double loss)
    {
        var direction = Direction(from, seen);
        for (var size = 1.0; size > SmallestStep; size /= 2)
        {
            var next = new Logistic([.. from.Weights.Select((w, i) => w - (size * direction[i]))]);
            if (Loss(next, seen) < loss)
                return next;
        }

        return from;
    }

    private double Loss(Logistic at, IReadOnlyList<(double[] Values, bool Held)> seen)
    {
        var loss = Penalty * at.Weights.Select((w, i) => (w - Weights[i]) * (w - Weights[i])).Sum() / 2;
        foreach (var (values, held) in seen)
            loss -= Math.Log(Math.Max(Least, held ? at.Of(values) : 1 - at.Of(values)));
        return loss;
    }

    // The gradient divided by the matrix of second derivatives.
    private double[] Direction(Logistic at, IReadOnlyList<(double[] Values, bool Held)> seen)
    {
        var n = Weights.Length;
        var system = new double[n, n + 1];
        for (var i = 0; i < n; i++)
            (system[i, i], system[i, n]) = (Penalty, Penalty * (at.Weights[i] - Weights[i]));
        foreach (var (values, held) in seen)
        {
            var p = at.Of(values);
            for (var i = 0; i < n; i++)
            {
                system[i, n] += (p - (held ? 1 : 0)) * values[i];
                for (var j = 0; j < n; j++)
                    system[i, j] += p * (1 - p) * values[i] * values[j];
            }
        }

        return Solve(system);
    }

    // Gaussian elimination; the penalty makes the matrix positive definite, so that no pivoting is needed.
    private static double[] Solve(double[,] system)
    {
        var n = system.GetLength(0);
        for (var pivot = 0; pivot < n; pivot++)
        {
            for (var row = 0; row < n; row++)
            {
                if (row == pivot)
                    continue;
                var factor = system[row, pivot] / system[pivot, pivot];
                for (var column = pivot; column <= n; column++)
                    system[row, column] -= factor * system[pivot, column];
            }
        }

        return [.. Enumerable.Range(0, n).Select(i => system[i, n] / system[i, i])];
    }
}
