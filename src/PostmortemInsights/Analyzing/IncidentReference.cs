using NodaTime;
using PostmortemInsights.Incidents;

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
    public static IncidentReference To(Incident incident, SourceSpan? span) => At(incident, new DocumentLines(incident).Of(span));

    /// <summary>The day of the incident: of its start, else of its end, else of its detection.</summary>
    public static LocalDate? DateOf(Incident incident) => incident.Start?.Date ?? incident.End?.Date ?? incident.DetectedAt?.Date;

    private static IncidentReference At(Incident incident, int? line) =>
        new(incident.Id, incident.Source, line, incident.Title ?? FileName(incident.Source), DateOf(incident));

    private static string FileName(string source) => source[(source.LastIndexOf('/') + 1)..];
}
