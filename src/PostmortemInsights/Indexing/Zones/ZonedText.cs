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
        var zones = new PassageZones(incident);
        var at = 0;
        foreach (var passage in incident.Passages)
        {
            if (passage.Span.Start > at)
                yield return (Zone.Other, new SourceSpan(at, passage.Span.Start));
            yield return (zones.Of(passage), passage.Span);
            at = passage.Span.End;
        }

        if (at < incident.Text.Length)
            yield return (Zone.Other, new SourceSpan(at, incident.Text.Length));
    }
}
