namespace PostmortemInsights.Analyzing.Statistics;

/// <summary>
/// The mean on a logarithmic scale. Durations are skewed to the right, nearly log-normal, so this is the mean that a single long outage does
/// not carry off (Davidovič, Incident Metrics in SRE, O'Reilly 2021). Under a minute counts as one: a log's clock tells no less.
/// </summary>
internal static class GeometricMean
{
    /// <summary>The logarithm of a number of minutes.</summary>
    public static double Log(double minutes) => Math.Log(Math.Max(minutes, 1));

    /// <summary>The geometric mean; at least one value.</summary>
    public static double Of(ReadOnlySpan<double> minutes)
    {
        var sum = 0.0;
        foreach (var value in minutes)
            sum += Log(value);
        return Math.Exp(sum / minutes.Length);
    }
}
