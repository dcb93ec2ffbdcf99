namespace PostmortemInsights.Analyzing.Statistics;

/// <summary>
/// The smallest change that a comparison of this size would find four times in five: (z₀.₉₇₅ + z₀.₈) · s · √(1/n₁ + 1/n₂) on the logarithmic
/// scale, s the pooled standard deviation (Cohen, Statistical Power Analysis for the Behavioral Sciences, 1988, section 2.4, normal approximation).
/// </summary>
internal static class DetectableChange
{
    private const double Z = 1.959964 + 0.841621;

    /// <summary>As a factor above 1 (2.4: durations would have to be 2.4 times as long, or as short); null with fewer than two values in a group.</summary>
    public static double? Factor(IReadOnlyList<double> before, IReadOnlyList<double> after)
    {
        if (before.Count < 2 || after.Count < 2)
            return null;
        var squares = Squares(before) + Squares(after);
        var deviation = Math.Sqrt(squares / (before.Count + after.Count - 2));
        return Math.Exp(Z * deviation * Math.Sqrt((1.0 / before.Count) + (1.0 / after.Count)));
    }

    private static double Squares(IReadOnlyList<double> minutes)
    {
        var mean = minutes.Average(GeometricMean.Log);
        return minutes.Sum(m => Math.Pow(GeometricMean.Log(m) - mean, 2));
    }
}
