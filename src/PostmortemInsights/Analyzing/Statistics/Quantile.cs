namespace PostmortemInsights.Analyzing.Statistics;

/// <summary>Quantiles by linear interpolation between order statistics: type 7 of Hyndman and Fan, "Sample Quantiles in Statistical
/// Packages", The American Statistician 50 (1996), the default of R and NumPy.</summary>
internal static class Quantile
{
    /// <summary>The quantile at <paramref name="p"/> (0 to 1) of values in ascending order; at least one value.</summary>
    public static double Of(ReadOnlySpan<double> ascending, double p)
    {
        var (below, above, part) = PlaceOf(p, ascending.Length);
        return Between(ascending[below], ascending[above], part);
    }

    /// <summary>The quantile at <paramref name="p"/> (0 to 1) of as many values as are given, each of which stands there as often as <paramref name="counts"/> says.</summary>
    public static double Of(ReadOnlySpan<double> ascending, ReadOnlySpan<int> counts, double p)
    {
        var (below, above, part) = PlaceOf(p, ascending.Length);
        var i = 0;
        var reached = counts[0];
        while (reached <= below)
            reached += counts[++i];
        var value = ascending[i];
        while (reached <= above)
            reached += counts[++i];
        return Between(value, ascending[i], part);
    }

    private static (int Below, int Above, double Part) PlaceOf(double p, int n)
    {
        var position = (n - 1) * p;
        var below = (int)Math.Floor(position);
        return (below, Math.Min(below + 1, n - 1), position - below);
    }

    private static double Between(double below, double above, double part) => below + (part * (above - below));

    /// <summary>
    /// Whether <paramref name="n"/> values can bound the quantile at <paramref name="p"/> with 95% confidence at all: the range from the
    /// smallest to the largest covers it with probability 1 − p^n − (1 − p)^n (David and Nagaraja, Order Statistics, 2003, section 7.1).
    /// That takes 6 values for the median and 29 for the 90th percentile.
    /// </summary>
    public static bool CanBeBounded(double p, int n) => 1 - Math.Pow(p, n) - Math.Pow(1 - p, n) >= 0.95;
}
