namespace PostmortemInsights.Analyzing.Statistics;

/// <summary>Quantiles by linear interpolation between order statistics: type 7 of Hyndman and Fan, "Sample Quantiles in Statistical
/// Packages", The American Statistician 50 (1996), the default of R and NumPy.</summary>
internal static class Quantile
{
    /// <summary>The quantile at <paramref name="p"/> (0 to 1) of values in ascending order; at least one value.</summary>
    public static double Of(ReadOnlySpan<double> ascending, double p)
    {
        var position = (ascending.Length - 1) * p;
        var below = (int)Math.Floor(position);
        var above = Math.Min(below + 1, ascending.Length - 1);
        return ascending[below] + ((position - below) * (ascending[above] - ascending[below]));
    }

    /// <summary>
    /// Whether <paramref name="n"/> values can bound the quantile at <paramref name="p"/> with 95% confidence at all: the range from the
    /// smallest to the largest covers it with probability 1 − p^n − (1 − p)^n (David and Nagaraja, Order Statistics, 2003, section 7.1).
    /// That takes 6 values for the median and 29 for the 90th percentile.
    /// </summary>
    public static bool CanBeBounded(double p, int n) => 1 - Math.Pow(p, n) - Math.Pow(1 - p, n) >= 0.95;
}
