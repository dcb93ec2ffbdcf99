using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Parsing.Timelines;
using PostmortemInsights.Parsing.Times;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Parsing.Windows;

/// <summary>When the impact began and ended.</summary>
internal sealed record Window(Found<Moment>? Start, Found<Moment>? End, Found<double>? Stated);

/// <summary>Finds when the impact began and ended.</summary>
internal static class WindowReader
{
    /// <summary>The window.</summary>
    public static Window Read(SourceDocument document, Outline outline, IncidentClock clock, Timeline timeline) => new(null, null, null);
}
