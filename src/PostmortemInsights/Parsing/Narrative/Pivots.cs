using NodaTime;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>Finds where an investigation takes another direction.</summary>
internal static class Pivots
{
    /// <summary>Minutes from a wrong turn to the next entry that refutes it, tries another one, escalates or finds the cause; null when the clock does not tell.</summary>
    /// <param name="turn">The wrong turn.</param>
    /// <param name="timeline">The timeline.</param>
    /// <param name="turning">Indexes of the entries that tell a wrong turn.</param>
    public static double? MinutesLost(Turn turn, IReadOnlyList<TimelineEntry> timeline, IReadOnlySet<int> turning)
    {
        if (!turn.Statement.InTimeline || timeline[turn.Statement.Entry].At is not { } from)
            return null;
        for (var i = turn.Statement.Entry + 1; i < timeline.Count; i++)
        {
            if (IsPivot(i, turn, timeline, turning))
                return timeline[i].At is { } to ? Between(from, to) : null;
        }

        return null;
    }

    private static bool IsPivot(int entry, Turn turn, IReadOnlyList<TimelineEntry> timeline, IReadOnlySet<int> turning) =>
        turn.RefutedBy?.Entry == entry
        || timeline[entry].Kind is TimelineKind.Escalation or TimelineKind.Identification
        || turning.Contains(entry);

    private static double? Between(Moment from, Moment to)
    {
        var minutes = from.MinutesTo(to);
        if (minutes is null && from is { Date: null, Time: { } a } && to is { Date: null, Time: { } b })
            minutes = Period.Between(a, b, PeriodUnits.Seconds).Seconds / 60.0;
        return minutes >= 0 ? minutes : null;
    }
}
