using System.Collections.Immutable;
using System.Text.Json;

namespace PostmortemInsights.Incidents;

/// <summary>Reads back what <see cref="IncidentJson.WriteWhole"/> wrote.</summary>
internal static class IncidentJsonReader
{
    public static Incident Read(JsonElement json) => new()
    {
        Source = Text(json, "source") ?? throw new JsonException("The record has no source."),
        Id = Text(json, "id") ?? throw new JsonException("The record has no id."),
        Text = Text(json, "text") ?? throw new JsonException("The record has no text."),
        IsPostmortem = Flag(json, "isPostmortem"),
        Title = Text(json, "title"),
        Start = Moment.Parse(Text(json, "start")),
        End = Moment.Parse(Text(json, "end")),
        DateAmbiguous = Flag(json, "dateAmbiguous"),
        TimeZone = Text(json, "timeZone"),
        DurationMinutes = Number(json, "durationMinutes"),
        StatedDurationMinutes = Number(json, "statedDurationMinutes"),
        UsersAffectedPercent = Number(json, "usersAffectedPercent"),
        DetectionMethod = Text(json, "detectionMethod") is { } method ? Enum.Parse<DetectionMethod>(method, ignoreCase: true) : null,
        DetectedAt = Moment.Parse(Text(json, "detectedAt")),
        Timeline = Items(json, "timeline", Entry),
        MisleadingPaths = Items(json, "misleadingPaths", Path),
        Escalated = Flag(json, "escalated"),
        RootCause = Text(json, "rootCause"),
        Causes = Items(json, "causes", Label),
        Components = Items(json, "components", Label),
        Trigger = json.GetProperty("trigger") is { ValueKind: JsonValueKind.Object } trigger ? Label(trigger) : null,
        Resolution = Text(json, "resolution"),
        ActionItems = Items(json, "actionItems", Action),
        Contradictions = Items(json, "contradictions", static e => e.GetString() ?? ""),
        Metadata = Map(json, "metadata", static e => e.GetString() ?? ""),
        Spans = Map(json, "spans", Span),
        Warnings = Items(json, "warnings", Warning),
        Passages = Passages(json.GetProperty("passages")),
    };

    private static TimelineEntry Entry(JsonElement json) => new(
        Moment.Parse(Text(json, "at")), Text(json, "text") ?? "", Span(json), Kind<TimelineKind>(json), Flag(json, "derived"), Flag(json, "vindicated"));

    private static MisleadingPath Path(JsonElement json) => new(
        Text(json, "text") ?? "", Moment.Parse(Text(json, "at")), Text(json, "hypothesis"), Number(json, "minutesLost"), Kind<MisleadingPathKind>(json), Span(json));

    private static ActionItem Action(JsonElement json) => new(
        Text(json, "text") ?? "", Text(json, "owner"), Text(json, "due"), Kind<ActionKind>(json), Span(json));

    private static Label Label(JsonElement json) => new(
        Text(json, "category") ?? "", Number(json, "probability") ?? 0, Items(json, "evidence", static e => new Evidence(Text(e, "text") ?? "", Span(e))));

    private static Warning Warning(JsonElement json) => new(
        Text(json, "code") ?? "", Text(json, "message") ?? "", Number(json, "line") is { } line ? (int)line : null);

    private static ImmutableArray<Passage> Passages(JsonElement json)
    {
        var numbers = json.EnumerateArray().Select(static e => e.GetInt32()).ToArray();
        return [.. numbers.Chunk(3).Select(static n => new Passage((PassageKind)n[0], new SourceSpan(n[1], n[2])))];
    }

    private static SourceSpan Span(JsonElement json) => new(json.GetProperty("start").GetInt32(), json.GetProperty("end").GetInt32());

    private static T Kind<T>(JsonElement json)
        where T : struct, Enum => Enum.Parse<T>(Text(json, "kind") ?? "", ignoreCase: true);

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    private static bool Flag(JsonElement json, string name) => json.GetProperty(name).GetBoolean();

    private static double? Number(JsonElement json, string name) =>
        json.GetProperty(name) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;

    private static ImmutableArray<T> Items<T>(JsonElement json, string name, Func<JsonElement, T> read) =>
        [.. json.GetProperty(name).EnumerateArray().Select(read)];

    private static ImmutableSortedDictionary<string, ImmutableArray<T>> Map<T>(JsonElement json, string name, Func<JsonElement, T> read) =>
        json.GetProperty(name).EnumerateObject().ToImmutableSortedDictionary(
            static p => p.Name, p => p.Value.EnumerateArray().Select(read).ToImmutableArray(), StringComparer.Ordinal);
}
