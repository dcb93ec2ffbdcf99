using System.Collections.Immutable;

namespace PostmortemInsights.Analyzing;

/// <summary>A bar of the distribution of durations; each is twice as wide as the one before, so that they are alike on a log axis.</summary>
/// <param name="FromMinutes">Shortest duration in it: 0, 1, 2, 4, 8 …</param>
/// <param name="ToMinutes">The shortest duration that is too long for it.</param>
/// <param name="Incidents">How many incidents.</param>
public sealed record DurationBin(double FromMinutes, double ToMinutes, int Incidents)
{
    /// <summary>Bins without gaps from the shortest to the longest; none without values.</summary>
    /// <param name="ascending">Durations in minutes, in ascending order.</param>
    internal static ImmutableArray<DurationBin> Of(double[] ascending)
    {
        if (ascending.Length == 0)
            return [];
        var counts = ascending.GroupBy(Number).ToDictionary(static same => same.Key, static same => same.Count());
        var first = Number(ascending[0]);
        var last = Number(ascending[^1]);
        return [.. Enumerable.Range(first, last - first + 1).Select(n => new DurationBin(From(n), From(n + 1), counts.GetValueOrDefault(n)))];
    }

    private static int Number(double minutes) => minutes < 1 ? 0 : (int)Math.Floor(Math.Log2(minutes)) + 1;

    private static double From(int number) => number == 0 ? 0 : Math.Pow(2, number - 1);
}
