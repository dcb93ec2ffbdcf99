using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Outlining;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>Finds who or what noticed the incident first, and when.</summary>
internal static class DetectionReader
{
    /// <summary>Who or what noticed first.</summary>
    public static Found<DetectionMethod>? Method(Outline outline, IReadOnlyList<TimelineEntry> timeline) => null;

    /// <summary>When it was noticed; <paramref name="start"/> is the start of the impact.</summary>
    public static Found<Moment>? At(Outline outline, IReadOnlyList<TimelineEntry> timeline, Found<Moment>? start, Times.IncidentClock clock) => null;
}
