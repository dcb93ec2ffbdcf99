using PostmortemInsights.Incidents;

namespace PostmortemInsights.Indexing.Storing;

/// <summary>Reads what <see cref="RecordWriter"/> wrote, field by field in the same order.</summary>
internal static class RecordReader
{
    /// <summary>The incident of a record, without its text.</summary>
    /// <exception cref="InvalidDataException">The bytes are no record.</exception>
    public static Incident Read(ReadOnlySpan<byte> bytes) => FieldReader.Read(bytes, Incident);

    private static Incident Incident(ref FieldReader fields) => new()
    {
        Text = "",
        Source = fields.Text(),
        Id = fields.Text(),
        IsPostmortem = fields.Flag(),
        Title = fields.TextOrNull(),
        Start = fields.Moment(),
        End = fields.Moment(),
        DateAmbiguous = fields.Flag(),
        TimeZone = fields.TextOrNull(),
        DurationMinutes = fields.NumberOrNull(),
        StatedDurationMinutes = fields.NumberOrNull(),
        UsersAffectedPercent = fields.NumberOrNull(),
        DetectionMethod = fields.Count() is > 0 and var method ? (DetectionMethod)(method - 1) : null,
        DetectedAt = fields.Moment(),
        Timeline = fields.Items(Entry),
        MisleadingPaths = fields.Items(Path),
        Escalated = fields.Flag(),
        RootCause = fields.TextOrNull(),
        Causes = fields.Items(Label),
        Components = fields.Items(Label),
        Trigger = fields.Items(Label) is [var trigger] ? trigger : null,
        Resolution = fields.TextOrNull(),
        ActionItems = fields.Items(Action),
        Contradictions = fields.Items(Text),
        Metadata = fields.Map(Text),
        Spans = fields.Map(static (ref fields) => fields.Span()),
        Warnings = fields.Items(Warning),
        Passages = fields.Items(static (ref fields) => new Passage((PassageKind)fields.Count(), fields.Span())),
    };

    /// <summary>A warning; reviews count them, too.</summary>
    public static Warning Warning(ref FieldReader fields) => new(fields.Name(), fields.Name(), fields.Line());

    private static string Text(ref FieldReader fields) => fields.Text();

    private static TimelineEntry Entry(ref FieldReader fields) =>
        new(fields.Moment(), fields.Text(), fields.Span(), (TimelineKind)fields.Count(), fields.Flag(), fields.Flag());

    private static MisleadingPath Path(ref FieldReader fields) =>
        new(fields.Text(), fields.Moment(), fields.TextOrNull(), fields.NumberOrNull(), (MisleadingPathKind)fields.Count(), fields.Span());

    private static ActionItem Action(ref FieldReader fields) =>
        new(fields.Text(), fields.TextOrNull(), fields.TextOrNull(), (ActionKind)fields.Count(), fields.Span());

    private static Label Label(ref FieldReader fields) => new(
        fields.Name(), fields.Number(), fields.Items(static (ref fields) => new Evidence(fields.Text(), fields.Span())));
}
