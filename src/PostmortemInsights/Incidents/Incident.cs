using System.Collections.Immutable;

namespace PostmortemInsights.Incidents;

/// <summary>One postmortem as a record: what a careful reader takes from the document, each field with its place in the text.</summary>
public sealed record Incident
{
    /// <summary>The path as given or found, with <c>/</c> between folders.</summary>
    public required string Source { get; init; }

    /// <summary>Stable identifier from path and content: twelve lower-case hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>The decoded text that every span points into; for HTML the extracted text.</summary>
    public required string Text { get; init; }

    /// <summary>False when the document reports no incident; then every other field is empty.</summary>
    public bool IsPostmortem { get; init; }

    /// <summary>The title as written, without markup or a leading <c>Postmortem:</c>; null if the document has none of its own.</summary>
    public string? Title { get; init; }

    /// <summary>When the impact on users or service began.</summary>
    public Moment? Start { get; init; }

    /// <summary>When the impact on users or service ended.</summary>
    public Moment? End { get; init; }

    /// <summary>True when day and month of the date could be swapped and nothing else in the text settles it.</summary>
    public bool DateAmbiguous { get; init; }

    /// <summary>The zone exactly as written (<c>WAT</c>, <c>UTC+3</c>, <c>local time</c>), null if none.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Minutes from start to end when both are known, else the stated duration.</summary>
    public double? DurationMinutes { get; init; }

    /// <summary>The duration that the text states in words or figures, in minutes.</summary>
    public double? StatedDurationMinutes { get; init; }

    /// <summary>Share of users (or requests) affected, 0 to 100.</summary>
    public double? UsersAffectedPercent { get; init; }

    /// <summary>Who or what noticed first; null when not said.</summary>
    public DetectionMethod? DetectionMethod { get; init; }

    /// <summary>When it was noticed.</summary>
    public Moment? DetectedAt { get; init; }

    /// <summary>The timeline in the order of the document.</summary>
    public ImmutableArray<TimelineEntry> Timeline { get; init; } = [];

    /// <summary>Wrong hypotheses and fruitless lines of investigation.</summary>
    public ImmutableArray<MisleadingPath> MisleadingPaths { get; init; } = [];

    /// <summary>Whether the incident was raised to another team, a senior, a manager or a vendor.</summary>
    public bool Escalated { get; init; }

    /// <summary>The passages that state the root cause, joined by line breaks; null if none.</summary>
    public string? RootCause { get; init; }

    /// <summary>The passages that say how it was fixed, joined by line breaks; null if none.</summary>
    public string? Resolution { get; init; }

    /// <summary>Follow-ups named after the fact, in order.</summary>
    public ImmutableArray<ActionItem> ActionItems { get; init; } = [];

    /// <summary>Root-cause categories, the most probable first; filled in by the classifier.</summary>
    public ImmutableArray<Label> Causes { get; init; } = [];

    /// <summary>Components, the most central first; filled in by the classifier.</summary>
    public ImmutableArray<Label> Components { get; init; } = [];

    /// <summary>What set it off; filled in by the classifier.</summary>
    public Label? Trigger { get; init; }

    /// <summary>Where the document disagrees with itself, a short note each.</summary>
    public ImmutableArray<string> Contradictions { get; init; } = [];

    /// <summary>What a reader should know about this record: assumptions, contradictions, gaps.</summary>
    public ImmutableArray<Warning> Warnings { get; init; } = [];

    /// <summary>The evidence: for each extracted field (by its JSON name) the places in <see cref="Text"/> that it was read from. For
    /// list fields one span an item, in order.</summary>
    public FieldMap<SourceSpan> Spans { get; init; } = FieldMap.Empty<SourceSpan>();

    /// <summary>What front matter says beyond the fields above: company, product, services, severity, tags, url …, as written.</summary>
    public FieldMap<string> Metadata { get; init; } = FieldMap.Empty<string>();

    /// <summary>The text cut into passages of known kinds, in order and without overlap; what no rule knows is <see cref="PassageKind.Other"/>.</summary>
    public ImmutableArray<Passage> Passages { get; init; } = [];
}

/// <summary>Who or what noticed an incident first.</summary>
public enum DetectionMethod
{
    /// <summary>An alert, a dashboard, a log alarm.</summary>
    Monitoring,

    /// <summary>Users, customers, support tickets.</summary>
    Customer,

    /// <summary>An engineer or employee noticed.</summary>
    Staff,
}

/// <summary>A paragraph, list item, table row or heading, with the kind of section that it stands in.</summary>
/// <param name="Kind">What the section is about.</param>
/// <param name="Span">Where it stands.</param>
public sealed record Passage(PassageKind Kind, SourceSpan Span);

/// <summary>What a section of a postmortem is about.</summary>
public enum PassageKind
{
    /// <summary>No rule knows the section.</summary>
    Other,

    /// <summary>The document's title.</summary>
    Title,

    /// <summary>The summary, or text before any section.</summary>
    Summary,

    /// <summary>Who was affected, how, how much.</summary>
    Impact,

    /// <summary>How it was noticed.</summary>
    Detection,

    /// <summary>The timeline.</summary>
    Timeline,

    /// <summary>Wrong turns of the investigation.</summary>
    Misleading,

    /// <summary>To whom it was raised.</summary>
    Escalation,

    /// <summary>Why it broke.</summary>
    RootCause,

    /// <summary>How it was fixed.</summary>
    Resolution,

    /// <summary>What is to be done so that it does not happen again.</summary>
    Actions,

    /// <summary>What went well, what went wrong, where we got lucky.</summary>
    Lessons,

    /// <summary>Code, logs and command output.</summary>
    Code,
}
