using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PostmortemInsights.Incidents;

/// <summary>The record as JSON: what <c>pmi parse</c> prints.</summary>
public static class IncidentJson
{
    /// <summary>Options for every JSON writer of the project: nothing that a terminal can't show is written raw, other letters are.</summary>
    public static JsonWriterOptions WriterOptions(bool indented = false) =>
        new() { Indented = indented, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>Writes the record with the fields of the contract, in a fixed order.</summary>
    public static void Write(Utf8JsonWriter json, Incident incident)
    {
        json.WriteStartObject();
        json.WriteString("source", incident.Source);
        json.WriteString("id", incident.Id);
        json.WriteBoolean("isPostmortem", incident.IsPostmortem);
        WriteText(json, "title", incident.Title);
        WriteText(json, "start", incident.Start?.ToString());
        WriteText(json, "end", incident.End?.ToString());
        json.WriteBoolean("dateAmbiguous", incident.DateAmbiguous);
        WriteText(json, "timeZone", incident.TimeZone);
        WriteNumber(json, "durationMinutes", incident.DurationMinutes);
        WriteNumber(json, "statedDurationMinutes", incident.StatedDurationMinutes);
        WriteNumber(json, "usersAffectedPercent", incident.UsersAffectedPercent);
        WriteText(json, "detectionMethod", incident.DetectionMethod is { } method ? Name(method) : null);
        WriteText(json, "detectedAt", incident.DetectedAt?.ToString());
        WriteArray(json, "timeline", incident.Timeline, WriteEntry);
        WriteArray(json, "misleadingPaths", incident.MisleadingPaths, WritePath);
        json.WriteBoolean("escalated", incident.Escalated);
        WriteText(json, "rootCause", incident.RootCause);
        WriteArray(json, "causes", incident.Causes, WriteLabel);
        WriteArray(json, "components", incident.Components, WriteLabel);
        json.WritePropertyName("trigger");
        if (incident.Trigger is { } trigger)
            WriteLabel(json, trigger);
        else
            json.WriteNullValue();
        WriteText(json, "resolution", incident.Resolution);
        WriteArray(json, "actionItems", incident.ActionItems, WriteAction);
        WriteArray(json, "contradictions", incident.Contradictions, static (j, note) => j.WriteStringValue(note));
        WriteMetadata(json, incident);
        WriteSpans(json, incident);
        WriteArray(json, "warnings", incident.Warnings, WriteWarning);
        json.WriteEndObject();
    }

    private static void WriteEntry(Utf8JsonWriter json, TimelineEntry entry)
    {
        json.WriteStartObject();
        WriteText(json, "at", entry.At?.ToString());
        json.WriteString("text", entry.Text);
        json.WriteString("kind", Name(entry.Kind));
        json.WriteBoolean("derived", entry.Derived);
        json.WriteBoolean("vindicated", entry.Vindicated);
        WriteSpan(json, entry.Span);
        json.WriteEndObject();
    }

    private static void WritePath(Utf8JsonWriter json, MisleadingPath path)
    {
        json.WriteStartObject();
        json.WriteString("text", path.Text);
        WriteText(json, "at", path.At?.ToString());
        WriteText(json, "hypothesis", path.Hypothesis);
        WriteNumber(json, "minutesLost", path.MinutesLost);
        json.WriteString("kind", Name(path.Kind));
        WriteSpan(json, path.Span);
        json.WriteEndObject();
    }

    private static void WriteAction(Utf8JsonWriter json, ActionItem item)
    {
        json.WriteStartObject();
        json.WriteString("text", item.Text);
        WriteText(json, "owner", item.Owner);
        WriteText(json, "due", item.Due);
        json.WriteString("kind", Name(item.Kind));
        WriteSpan(json, item.Span);
        json.WriteEndObject();
    }

    private static void WriteLabel(Utf8JsonWriter json, Label label)
    {
        json.WriteStartObject();
        json.WriteString("category", label.Category);
        WriteNumber(json, "probability", label.Probability);
        WriteArray(json, "evidence", label.Evidence, static (j, e) =>
        {
            j.WriteStartObject();
            j.WriteString("text", e.Text);
            WriteSpan(j, e.Span);
            j.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteWarning(Utf8JsonWriter json, Warning warning)
    {
        json.WriteStartObject();
        json.WriteString("code", warning.Code);
        json.WriteString("message", warning.Message);
        if (warning.Line is { } line)
            json.WriteNumber("line", line);
        else
            json.WriteNull("line");
        json.WriteEndObject();
    }

    private static void WriteMetadata(Utf8JsonWriter json, Incident incident)
    {
        json.WriteStartObject("metadata");
        foreach (var (key, values) in incident.Metadata.Fields)
            WriteArray(json, key, values, static (j, value) => j.WriteStringValue(value));
        json.WriteEndObject();
    }

    private static void WriteSpans(Utf8JsonWriter json, Incident incident)
    {
        json.WriteStartObject("spans");
        foreach (var (field, spans) in incident.Spans.Fields)
        {
            WriteArray(json, field, spans, static (j, span) =>
            {
                j.WriteStartObject();
                WriteSpan(j, span);
                j.WriteEndObject();
            });
        }

        json.WriteEndObject();
    }

    private static void WriteSpan(Utf8JsonWriter json, SourceSpan span)
    {
        json.WriteNumber("start", span.Start);
        json.WriteNumber("end", span.End);
    }

    private static void WriteArray<T>(Utf8JsonWriter json, string name, ImmutableArray<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            write(json, item);
        json.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null)
            json.WriteNull(name);
        else
            json.WriteString(name, value);
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
            json.WriteNumber(name, Math.Round(number, 4));
        else
            json.WriteNull(name);
    }

    /// <summary>The name of an enum value as the contract has it: camelCase.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
