using NodaTime;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Analyzing;

/// <summary>Where a figure comes from: an incident, and the line of its document that says so.</summary>
public readonly record struct IncidentReference
{
    // A review refers to each incident by dozens of lines, so what is the same for all of them is kept once.
    private readonly Identity _incident;

    /// <summary>Refers to a line of an incident, or to the whole of it.</summary>
    public IncidentReference(string id, string source, int? line, string title, LocalDate? date) =>
        (_incident, Line) = (new Identity(id, source, title, date), line);

    /// <summary>The incident's identifier.</summary>
    public string Id => _incident.Id;

    /// <summary>The path of its document.</summary>
    public string Source => _incident.Source;

    /// <summary>The line, from 1; null when the whole document is meant, or when lines can't be told (HTML).</summary>
    public int? Line { get; init; }

    /// <summary>The title, or the file's name where there is none.</summary>
    public string Title => _incident.Title;

    /// <summary>The day, null if not known.</summary>
    public LocalDate? Date => _incident.Date;

    /// <summary>The incident as a whole.</summary>
    public static IncidentReference To(Incident incident) => At(incident, null);

    /// <summary>The line where <paramref name="span"/> begins.</summary>
    public static IncidentReference To(Incident incident, SourceSpan? span) => At(incident, new DocumentLines(incident).Of(span));

    /// <summary>The day of the incident: of its start, else of its end, else of its detection.</summary>
    public static LocalDate? DateOf(Incident incident) => incident.Start?.Date ?? incident.End?.Date ?? incident.DetectedAt?.Date;

    private static IncidentReference At(Incident incident, int? line) =>
        new(incident.Id, incident.Source, line, incident.Title ?? FileName(incident.Source), DateOf(incident));

    private static string FileName(string source) => source[(source.LastIndexOf('/') + 1)..];

    private sealed record Identity(string Id, string Source, string Title, LocalDate? Date);
}
