using PostmortemInsights.Analyzing.Statistics;

namespace PostmortemInsights.Analyzing;

/// <summary>How long something took, over a set of incidents. All figures are minutes.</summary>
/// <param name="Phase">What is measured: <c>to detect</c>, <c>to identify</c>, <c>to mitigate</c>, <c>to resolve</c>.</param>
/// <param name="Known">Incidents whose documents tell it.</param>
/// <param name="Unknown">Incidents whose documents do not tell it.</param>
/// <param name="Contradictory">Incidents whose times contradict each other; they are in none of the figures.</param>
/// <param name="Median">Null when none is known.</param>
/// <param name="GeometricMean">Null when none is known.</param>
/// <param name="NinetiethPercentile">Null when none is known.</param>
/// <param name="Resamples">Bootstrap resamples behind the intervals.</param>
public sealed record DurationStatistics(
    string Phase, int Known, int Unknown, int Contradictory, Estimate? Median, Estimate? GeometricMean, Estimate? NinetiethPercentile, int Resamples)
{
    /// <summary>All incidents looked at.</summary>
    public int Incidents => Known + Unknown + Contradictory;

    internal static DurationStatistics Of(Phase phase, IReadOnlyList<IncidentCourse> courses)
    {
        var minutes = phase.Minutes(courses);
        var contradictory = courses.Count(static c => c.IsContradictory);
        var unknown = courses.Count - contradictory - minutes.Length;
        if (minutes.Length == 0)
            return new DurationStatistics(phase.Name, 0, unknown, contradictory, null, null, null, 0);
        var (median, ninetieth, mean) = Bootstrap.Estimates(minutes);
        return new DurationStatistics(
            phase.Name, minutes.Length, unknown, contradictory, median, mean, ninetieth, Bootstrap.Resamples(minutes.Length));
    }
}

/// <summary>A phase of an incident, measured from the start of impact.</summary>
/// <param name="Name">As the report calls it.</param>
/// <param name="Of">Its minutes in one incident.</param>
internal sealed record Phase(string Name, Func<IncidentCourse, double?> Of)
{
    public static readonly Phase Resolve = new("to resolve", static c => c.Resolved?.Minute);

    public static readonly IReadOnlyList<Phase> All =
    [
        new("to detect", static c => c.Detected?.Minute),
        new("to identify the cause", static c => c.Identified?.Minute),
        new("to mitigate", static c => c.Mitigated?.Minute),
        Resolve,
    ];

    /// <summary>The known minutes in ascending order.</summary>
    public double[] Minutes(IEnumerable<IncidentCourse> courses)
    {
        double[] minutes = [.. courses.Select(Of).Where(static m => m is not null).Select(static m => m!.Value)];
        Array.Sort(minutes);
        return minutes;
    }
}
