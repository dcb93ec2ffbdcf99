using PostmortemInsights.Incidents;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Analyzing;

/// <summary>The lines of an incident's document. They can't be told for HTML, whose text is not what stands in the file.</summary>
internal sealed class DocumentLines(Incident incident)
{
    private readonly LineMap? _lines = IsHtml(incident.Source) ? null : new LineMap(incident.Text);

    /// <summary>The line where <paramref name="span"/> begins, from 1; null when it can't be told.</summary>
    public int? Of(SourceSpan? span) => span is { } place && place.Start <= _lines?.Length ? _lines.LineOf(place.Start) : null;

    /// <summary>The line where a field of the record was read from first; null when it can't be told.</summary>
    public int? OfField(string name) => Of(incident.Spans[name] is [var first, ..] ? first : null);

    private static bool IsHtml(string source) =>
        source.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || source.EndsWith(".htm", StringComparison.OrdinalIgnoreCase);
}
