using NodaTime;
using PostmortemInsights.Incidents;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Analyzing;

/// <summary>Where a figure comes from: an incident, and the line of its document that says so.</summary>
/// <param name="Id">The incident's identifier.</param>
/// <param name="Source">The path of its document.</param>
/// <param name="Line">The line, from 1; null when the whole document is meant, or when lines can't be told (HTML).</param>
/// <param name="Title">The title, or the file's name where there is none.</param>
/// <param name="Date">The day, null if not known.</param>
public sealed record IncidentReference(string Id, string Source, int? Line, string Title, LocalDate? Date)
{
    /// <summary>The incident as a whole.</summary>
    public static IncidentReference To(Incident incident) => At(incident, null);

    /// <summary>The line where <paramref name="span"/> begins.</summary>
    public static IncidentReference To(Incident incident, SourceSpan? span) => To(incident, span, LinesOf(incident));

    /// <summary>The line where <paramref name="span"/> begins, by the <see cref="LinesOf"/> the incident's text, which need not be there any more.</summary>
    internal static IncidentReference To(Incident incident, SourceSpan? span, LineMap? lines) =>
        At(incident, span is { } place && place.Start <= lines?.Length ? lines.LineOf(place.Start) : null);

    /// <summary>The lines of the incident's text; null when they can't be told.</summary>
    internal static LineMap? LinesOf(Incident incident) => IsHtml(incident.Source) ? null : new LineMap(incident.Text);

    /// <summary>The day of the incident: of its start, else of its end, else of its detection.</summary>
    public static LocalDate? DateOf(Incident incident) => incident.Start?.Date ?? incident.End?.Date ?? incident.DetectedAt?.Date;

    private static IncidentReference At(Incident incident, int? line) =>
        new(incident.Id, incident.Source, line, incident.Title ?? FileName(incident.Source), DateOf(incident));

    private static bool IsHtml(string source) =>
        source.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || source.EndsWith(".htm", StringComparison.OrdinalIgnoreCase);

    private static string FileName(string source) => source[(source.LastIndexOf('/') + 1)..];
}
