using PostmortemInsights.Incidents;

namespace PostmortemInsights.Indexing.Zones;

/// <summary>Knows which zone each passage of a record belongs to: by what was read out of it, else by its section.</summary>
internal sealed class PassageZones(Incident incident)
{
    private readonly int turn = TurningPoint(incident);
    private readonly SourceSpan? title = incident.Spans["title"] is [var first, ..] ? first : null;

    public Zone Of(Passage passage)
    {
        if (title is { } span && passage.Span.Contains(span))
            return Zone.Title;
        return incident.MisleadingPaths.Any(path => path.Span.Overlaps(passage.Span)) ? Zone.Misleading : OfKind(passage);
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

    private Zone OfKind(Passage passage) => passage.Kind switch
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
