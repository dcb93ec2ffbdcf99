using System.Globalization;
using CsvHelper;
using PostmortemInsights.Incidents;
using PostmortemInsights.Reporting.Escaping;

namespace PostmortemInsights.Reporting.Csv;

/// <summary>One table of the export.</summary>
/// <param name="File">Its file name.</param>
/// <param name="Columns">Its columns; the first two of each table but the first name the document.</param>
/// <param name="WriteRows">Writes the rows of one incident.</param>
internal sealed record CsvTable(string File, string[] Columns, Action<CsvWriter, Incident> WriteRows)
{
    private const int Decimals = 4;

    /// <summary>The tables in the order in which they are written.</summary>
    public static readonly IReadOnlyList<CsvTable> All =
    [
        new("incidents.csv",
            [
                "id", "source", "is_postmortem", "title", "start", "end", "date_ambiguous", "time_zone", "duration_minutes", "stated_duration_minutes",
                "users_affected_percent", "detection_method", "detected_at", "escalated", "primary_cause", "causes", "components", "trigger",
                "root_cause", "resolution", "timeline_entries", "misleading_paths", "action_items", "contradictions", "warnings",
            ],
            WriteIncident),
        new("timeline.csv", ["incident_id", "source", "number", "at", "kind", "text", "derived", "vindicated"], WriteTimeline),
        new("misleading_paths.csv", ["incident_id", "source", "number", "at", "hypothesis", "minutes_lost", "kind", "text"], WritePaths),
        new("action_items.csv", ["incident_id", "source", "number", "kind", "owner", "due", "text"], WriteActions),
        new("causes.csv", ["incident_id", "source", "aspect", "rank", "category", "probability", "evidence"], WriteCauses),
        new("warnings.csv", ["incident_id", "source", "code", "line", "message"], WriteWarnings),
    ];

    private static void WriteIncident(CsvWriter csv, Incident i)
    {
        csv.WriteField(i.Id);
        csv.WriteField(Text(i.Source));
        csv.WriteField(i.IsPostmortem);
        csv.WriteField(Text(i.Title));
        csv.WriteField(i.Start?.ToString());
        csv.WriteField(i.End?.ToString());
        csv.WriteField(i.DateAmbiguous);
        csv.WriteField(Text(i.TimeZone));
        WriteNumber(csv, i.DurationMinutes);
        WriteNumber(csv, i.StatedDurationMinutes);
        WriteNumber(csv, i.UsersAffectedPercent);
        csv.WriteField(i.DetectionMethod is { } method ? IncidentJson.Name(method) : null);
        csv.WriteField(i.DetectedAt?.ToString());
        csv.WriteField(i.Escalated);
        csv.WriteField(Text(i.Causes.Length > 0 ? i.Causes[0].Category : null));
        csv.WriteField(Text(string.Join(';', i.Causes.Select(static c => c.Category))));
        csv.WriteField(Text(string.Join(';', i.Components.Select(static c => c.Category))));
        csv.WriteField(Text(i.Trigger?.Category));
        csv.WriteField(Text(i.RootCause));
        csv.WriteField(Text(i.Resolution));
        WriteNumber(csv, i.Timeline.Length);
        WriteNumber(csv, i.MisleadingPaths.Length);
        WriteNumber(csv, i.ActionItems.Length);
        csv.WriteField(Text(string.Join('\n', i.Contradictions)));
        WriteNumber(csv, i.Warnings.Length);
        csv.EndRecord();
    }

    private static void WriteTimeline(CsvWriter csv, Incident incident)
    {
        for (var i = 0; i < incident.Timeline.Length; i++)
        {
            var entry = incident.Timeline[i];
            Begin(csv, incident, i + 1);
            csv.WriteField(entry.At?.ToString());
            csv.WriteField(IncidentJson.Name(entry.Kind));
            csv.WriteField(Text(entry.Text));
            csv.WriteField(entry.Derived);
            csv.WriteField(entry.Vindicated);
            csv.EndRecord();
        }
    }

    private static void WritePaths(CsvWriter csv, Incident incident)
    {
        for (var i = 0; i < incident.MisleadingPaths.Length; i++)
        {
            var path = incident.MisleadingPaths[i];
            Begin(csv, incident, i + 1);
            csv.WriteField(path.At?.ToString());
            csv.WriteField(Text(path.Hypothesis));
            WriteNumber(csv, path.MinutesLost);
            csv.WriteField(IncidentJson.Name(path.Kind));
            csv.WriteField(Text(path.Text));
            csv.EndRecord();
        }
    }

    private static void WriteActions(CsvWriter csv, Incident incident)
    {
        for (var i = 0; i < incident.ActionItems.Length; i++)
        {
            var item = incident.ActionItems[i];
            Begin(csv, incident, i + 1);
            csv.WriteField(IncidentJson.Name(item.Kind));
            csv.WriteField(Text(item.Owner));
            csv.WriteField(Text(item.Due));
            csv.WriteField(Text(item.Text));
            csv.EndRecord();
        }
    }

    private static void WriteCauses(CsvWriter csv, Incident incident)
    {
        var labels = incident.Causes.Select(static (label, i) => ("cause", i + 1, label))
            .Concat(incident.Components.Select(static (label, i) => ("component", i + 1, label)))
            .Concat(incident.Trigger is { } trigger ? [("trigger", 1, trigger)] : []);
        foreach (var (aspect, rank, label) in labels)
        {
            Begin(csv, incident);
            csv.WriteField(aspect);
            WriteNumber(csv, rank);
            csv.WriteField(Text(label.Category));
            WriteNumber(csv, label.Probability);
            csv.WriteField(Text(string.Join('\n', label.Evidence.Select(static e => e.Text))));
            csv.EndRecord();
        }
    }

    private static void WriteWarnings(CsvWriter csv, Incident incident)
    {
        foreach (var warning in incident.Warnings)
        {
            Begin(csv, incident);
            csv.WriteField(Text(warning.Code));
            WriteNumber(csv, warning.Line);
            csv.WriteField(Text(warning.Message));
            csv.EndRecord();
        }
    }

    private static void Begin(CsvWriter csv, Incident incident, int? number = null)
    {
        csv.WriteField(incident.Id);
        csv.WriteField(Text(incident.Source));
        if (number is { } n)
            WriteNumber(csv, n);
    }

    private static string? Text(string? text) => text is null ? null : VisibleText.WithLines(text);

    private static void WriteNumber(CsvWriter csv, double? number)
    {
        if (number is { } n)
            csv.WriteField(Math.Round(n, Decimals), default, CultureInfo.InvariantCulture);
        else
            csv.WriteField((string?)null);
    }
}
