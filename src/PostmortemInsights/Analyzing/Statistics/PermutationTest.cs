namespace PostmortemInsights.Analyzing.Statistics;

/// <summary>
/// How often chance alone sets two groups as far apart as they are: the two-sided permutation test (Fisher; Good, Permutation, Parametric and
/// Bootstrap Tests of Hypotheses, 2005) of the difference of mean logarithms, that is of the ratio of geometric means.
/// </summary>
internal static class PermutationTest
{
    private const ulong Seed = 20161231;
    private const int Most = 9_999;
    private const int Least = 999;
    private const int Draws = 10_000_000;

    /// <summary>
    /// The p value, (hits + 1) / (rounds + 1), which is never nought (Phipson and Smyth, "Permutation P-values Should Never Be Zero", 2010).
    /// Both groups hold at least one value, in minutes.
    /// </summary>
    public static double PValue(IReadOnlyList<double> before, IReadOnlyList<double> after)
    {
        var logs = before.Concat(after).Select(GeometricMean.Log).ToArray();
        var observed = Math.Abs(Difference(logs, before.Count)) - 1e-12;
        var rounds = Math.Clamp(Draws / logs.Length, Least, Most);
        var random = new SplitMix64(Seed);
        var hits = 0;
        for (var round = 0; round < rounds; round++)
        {
            Shuffle(ref random, logs, before.Count);
            if (Math.Abs(Difference(logs, before.Count)) >= observed)
                hits++;
        }

        return (hits + 1.0) / (rounds + 1.0);
    }

    private static double Difference(double[] logs, int split)
    {
        var (first, second) = (0.0, 0.0);
        for (var i = 0; i < logs.Length; i++)
        {
            if (i < split)
                first += logs[i];
            else
                second += logs[i];
        }

        return (second / (logs.Length - split)) - (first / split);
    }

    /// <summary>Fisher and Yates, as far as the first group reaches.</summary>
    private static void Shuffle(ref SplitMix64 random, double[] values, int split)
    {
        for (var i = 0; i < split; i++)
        {
            var j = i + random.Below(values.Length - i);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }
}
