namespace PostmortemInsights.Analyzing.Statistics;

/// <summary>A figure with its 95% interval.</summary>
/// <param name="Value">The figure.</param>
/// <param name="Low">Lower end; null where the values are too few to bound it.</param>
/// <param name="High">Upper end; null where the values are too few to bound it.</param>
public sealed record Estimate(double Value, double? Low, double? High);

/// <summary>
/// Percentile bootstrap intervals (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13) for the median, the 90th
/// percentile and the geometric mean, all from the same resamples.
/// </summary>
internal static class Bootstrap
{
    private const ulong Seed = 20240229;
    private const int Most = 2000;
    private const int Least = 200;
    private const int Draws = 500_000;

    /// <summary>Resamples drawn for <paramref name="n"/> values: 2,000, fewer above 250 values so that a report stays a matter of seconds.</summary>
    public static int Resamples(int n) => n == 0 ? 0 : Math.Clamp(Draws / n, Least, Most);

    /// <summary>The three estimates; <paramref name="ascending"/> holds at least one value, in minutes.</summary>
    public static (Estimate Median, Estimate NinetiethPercentile, Estimate GeometricMean) Estimates(double[] ascending)
    {
        var logs = Array.ConvertAll(ascending, GeometricMean.Log);
        var rounds = Resamples(ascending.Length);
        var (medians, nineties, means) = (new double[rounds], new double[rounds], new double[rounds]);
        var random = new SplitMix64(Seed);
        var counts = new int[ascending.Length];
        for (var round = 0; round < rounds; round++)
        {
            Draw(ref random, counts);
            means[round] = Math.Exp(Mean(logs, counts));
            medians[round] = Quantile.Of(ascending, counts, 0.5);
            nineties[round] = Quantile.Of(ascending, counts, 0.9);
        }

        return (
            Interval(Quantile.Of(ascending, 0.5), medians, Quantile.CanBeBounded(0.5, ascending.Length)),
            Interval(Quantile.Of(ascending, 0.9), nineties, Quantile.CanBeBounded(0.9, ascending.Length)),
            Interval(GeometricMean.Of(ascending), means, Quantile.CanBeBounded(0.5, ascending.Length)));
    }

    /// <summary>Draws as many values as there are, with replacement, and counts how often each is drawn: so a resample is in order without sorting.</summary>
    private static void Draw(ref SplitMix64 random, int[] counts)
    {
        Array.Clear(counts);
        for (var i = 0; i < counts.Length; i++)
            counts[random.Below(counts.Length)]++;
    }

    private static double Mean(double[] values, int[] counts)
    {
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++)
            sum += counts[i] * values[i];
        return sum / values.Length;
    }

    private static Estimate Interval(double value, double[] resampled, bool bounded)
    {
        if (!bounded)
            return new Estimate(value, null, null);
        Array.Sort(resampled);
        return new Estimate(value, Quantile.Of(resampled, 0.025), Quantile.Of(resampled, 0.975));
    }
}
