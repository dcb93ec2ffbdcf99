using PostmortemInsights.Incidents;

namespace PostmortemInsights.Indexing.Zones;

/// <summary>The whole text of a record cut into zones, in order and without gaps.</summary>
public static class ZonedText
{
    /// <summary>The zones of a record's text; what no passage covers is <see cref="Zone.Other"/>.</summary>
    public static IEnumerable<(Zone Zone, SourceSpan Span)> Read(Incident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return ReadPassages(incident);
    }

    private static IEnumerable<(Zone Zone, SourceSpan Span)> ReadPassages(Incident incident)
    {
        var turn = TurningPoint(incident);
        var at = 0;
        foreach (var passage in incident.Passages)
        {
            if (passage.Span.Start > at)
                yield return (Zone.Other, new SourceSpan(at, passage.Span.Start));
            yield return (ZoneOf(passage, turn), passage.Span);
            at = passage.Span.End;
        }

        if (at < incident.Text.Length)
            yield return (Zone.Other, new SourceSpan(at, incident.Text.Length));
    }

    // Where the timeline turns from what people saw to what they found and did.
    private static int TurningPoint(Incident incident)
    {
        foreach (var entry in incident.Timeline)
        {
            if (entry.Kind is TimelineKind.Identification or TimelineKind.Mitigation or TimelineKind.Resolution)
                return entry.Span.Start;
        }

        return int.MaxValue;
    }

    private static Zone ZoneOf(Passage passage, int turn) => passage.Kind switch
    {
        PassageKind.Title => Zone.Title,
        PassageKind.Summary => Zone.Summary,
        PassageKind.Impact => Zone.Impact,
        PassageKind.Detection => Zone.Detection,
        PassageKind.Timeline => passage.Span.End <= turn ? Zone.Early : Zone.Late,
        PassageKind.Misleading => Zone.Misleading,
        PassageKind.RootCause => Zone.Cause,
        PassageKind.Escalation or PassageKind.Resolution => Zone.Fix,
        PassageKind.Actions => Zone.Action,
        PassageKind.Lessons => Zone.Lesson,
        PassageKind.Code => Zone.Code,
        _ => Zone.Other,
    };
}
