using System.Collections.Immutable;

namespace PostmortemInsights.Analyzing;

/// <summary>Where the time of the incidents goes. All figures are minutes, over the incidents whose documents tell the duration and when something happened in between.</summary>
/// <param name="Timed">Incidents whose duration is known.</param>
/// <param name="Incidents">Those of them that tell a point in between, too: all that the figures are about.</param>
/// <param name="TotalMinutes">Their durations together.</param>
/// <param name="Phases">The total, divided by phase; what a document does not tell stands under <c>not told</c>.</param>
/// <param name="WrongPathMinutes">Minutes of the total that were spent on wrong paths, as far as the clock tells; they lie within the phases.</param>
/// <param name="WrongPathIncidents">Incidents with a timed wrong path.</param>
public sealed record TimeSpent(
    int Timed, int Incidents, double TotalMinutes, ImmutableArray<PhaseMinutes> Phases, double WrongPathMinutes, int WrongPathIncidents)
{
    private const string NotTold = "not told";
    private static readonly string[] Names = ["until noticed", "until the cause was found", "until mitigated", "until resolved", NotTold];

    internal static TimeSpent Of(IReadOnlyList<ReviewedIncident> incidents)
    {
        var timed = incidents.Where(static i => i.Course.Resolved is not null).ToList();
        var known = timed.FindAll(static i => i.Course.TellsPhases);
        var minutes = new double[Names.Length];
        foreach (var incident in known)
            Divide(incident.Course, minutes);
        return new TimeSpent(
            timed.Count, known.Count, known.Sum(static i => i.Course.Resolved!.Minute), [.. Names.Zip(minutes, static (name, m) => new PhaseMinutes(name, m))],
            known.Sum(static i => OnWrongPaths(i.Course)), known.Count(static i => i.Course.WrongTurns.Length > 0));
    }

    /// <summary>A stretch whose beginning and end are both told belongs to its phase; mitigation, when not told, ends with the incident.</summary>
    private static void Divide(IncidentCourse course, double[] minutes)
    {
        var end = course.Resolved!.Minute;
        double?[] ends = [course.Detected?.Minute, course.Identified?.Minute, course.Mitigated?.Minute ?? end, end];
        var (reached, gap) = (0.0, false);
        for (var phase = 0; phase < ends.Length; phase++)
        {
            gap |= ends[phase] is null;
            if (ends[phase] is not { } told)
                continue;
            var until = Math.Clamp(told, reached, end);
            minutes[gap ? Names.Length - 1 : phase] += until - reached;
            (reached, gap) = (until, false);
        }
    }

    private static double OnWrongPaths(IncidentCourse course) =>
        Math.Min(course.WrongTurns.Sum(static w => w.Length), course.Resolved!.Minute);
}

/// <summary>Minutes of one phase.</summary>
/// <param name="Phase">Its name.</param>
/// <param name="Minutes">How many.</param>
public sealed record PhaseMinutes(string Phase, double Minutes);
