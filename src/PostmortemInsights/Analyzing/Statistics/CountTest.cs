namespace PostmortemInsights.Analyzing.Statistics;

/// <summary>
/// Whether two counts over periods of the same length differ by more than chance: the exact conditional test of two Poisson counts
/// (Przyborowski and Wilenski, Biometrika 31, 1940), a two-sided binomial test at one half.
/// </summary>
internal static class CountTest
{
    /// <summary>The p value; 1 when both counts are nought.</summary>
    public static double PValue(int before, int after)
    {
        var total = before + after;
        var (term, tail) = (-total * Math.Log(2), 0.0);
        for (var k = 0; k <= Math.Min(before, after); k++)
        {
            tail += Math.Exp(term);
            term += Math.Log(total - k) - Math.Log(k + 1);
        }

        return Math.Min(1, 2 * tail);
    }
}
