using System.Collections.Immutable;
using NodaTime;
using PostmortemInsights.Analyzing.Wording;
using PostmortemInsights.Incidents;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Analyzing;

/// <summary>
/// An incident within a review, with what is worked out of its text once. The text itself and what else no figure needs any more is let
/// go of: it would take most of the memory.
/// </summary>
internal sealed class ReviewedIncident
{
    private readonly LineMap? _lines;
    private readonly SourceSpan? _title;
    private readonly SourceSpan? _rootCause;

    private ReviewedIncident(Incident incident, string textHash)
    {
        _lines = IncidentReference.LinesOf(incident);
        TextHash = textHash;
        HasText = incident.Text.Length > 0;
        HasTimeline = incident.Timeline.Length > 0;
        HasResolution = incident.Resolution is not null;
        Course = IncidentCourse.Of(incident);
        Symptoms = incident.MisleadingPaths.Length > 0 ? Symptom.Of(incident) : [];
        Date = IncidentReference.DateOf(incident);
        Components = incident.Components.Length > 0
            ? [.. incident.Components.Select(static c => c.Category).Distinct(StringComparer.Ordinal)]
            : [Categories.Unknown];
        (_title, _rootCause) = (SpanOf(incident, "title"), SpanOf(incident, "rootCause"));
        Incident = incident with
        {
            Text = "",
            Passages = [],
            Timeline = [],
            RootCause = null,
            Resolution = null,
            ActionItems = [],
            Contradictions = [],
            Metadata = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty,
            Spans = ImmutableSortedDictionary<string, ImmutableArray<SourceSpan>>.Empty,
            Causes = WithoutEvidence(incident.Causes),
            Components = WithoutEvidence(incident.Components),
            Trigger = incident.Trigger is { } trigger ? trigger with { Evidence = [] } : null,
        };
        Statement = incident.RootCause is { } cause ? CauseStatement.Of(cause, incident.Causes, incident.Components) : null;
        Actions = ImmutableArray.CreateRange(incident.ActionItems, item => WordedAction.Of(PromisedAction.Of(item, At(item.Span))));
    }

    /// <summary>The record, without text, passages, timeline, root cause, resolution, action items, contradictions, metadata, spans and evidence.</summary>
    public Incident Incident { get; }

    /// <summary>The SHA-256 of the text: incidents of the same text have the same.</summary>
    public string TextHash { get; }

    /// <summary>Whether there was any text.</summary>
    public bool HasText { get; }

    /// <summary>Whether the document has a timeline.</summary>
    public bool HasTimeline { get; }

    /// <summary>Whether the document tells how it was fixed.</summary>
    public bool HasResolution { get; }

    /// <summary>Its course in minutes.</summary>
    public IncidentCourse Course { get; }

    /// <summary>Its day, null if not known.</summary>
    public LocalDate? Date { get; }

    /// <summary>The components, or <c>unknown</c>.</summary>
    public ImmutableArray<string> Components { get; }

    /// <summary>The primary cause.</summary>
    public string Cause => Incident.Causes.Length > 0 ? Incident.Causes[0].Category : Categories.Unknown;

    /// <summary>The trigger.</summary>
    public string Trigger => Incident.Trigger?.Category ?? Categories.Unknown;

    /// <summary>What was seen from outside; only of incidents with a misleading path.</summary>
    public IReadOnlyList<string> Symptoms { get; }

    /// <summary>What the document says of the root cause; null when it does not.</summary>
    public CauseStatement? Statement { get; }

    /// <summary>The action items with their words.</summary>
    public ImmutableArray<WordedAction> Actions { get; }

    /// <summary>The incident at the line of its title.</summary>
    public IncidentReference AtTitle => At(_title);

    /// <summary>The incident at the line that states the root cause.</summary>
    public IncidentReference AtRootCause => At(_rootCause);

    public static ReviewedIncident Of(Incident incident, string textHash) => new(incident, textHash);

    /// <summary>The incident at the line where <paramref name="span"/> begins.</summary>
    public IncidentReference At(SourceSpan? span) => IncidentReference.To(Incident, span, _lines);

    private static SourceSpan? SpanOf(Incident incident, string field) =>
        incident.Spans.TryGetValue(field, out var spans) && spans.Length > 0 ? spans[0] : null;

    private static ImmutableArray<Label> WithoutEvidence(ImmutableArray<Label> labels) => [.. labels.Select(static label => label with { Evidence = [] })];
}
