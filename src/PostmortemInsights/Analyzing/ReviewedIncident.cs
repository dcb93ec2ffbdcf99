using System.Collections.Immutable;
using NodaTime;
using PostmortemInsights.Analyzing.Wording;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Analyzing;

/// <summary>What a review needs of one incident and nothing else, worked out of its record once.</summary>
internal sealed record ReviewedIncident
{
    /// <summary>The incident at the line of its title.</summary>
    public required IncidentReference AtTitle { get; init; }

    /// <summary>The line that states the root cause, from 1; null when not known.</summary>
    public required int? RootCauseLine { get; init; }

    /// <summary>The hash of the text: incidents of the same text have the same.</summary>
    public required TextHash TextHash { get; init; }

    /// <summary>What the document tells.</summary>
    public required ToldFields Told { get; init; }

    /// <summary>Its course in minutes.</summary>
    public required IncidentCourse Course { get; init; }

    /// <summary>What was blamed wrongly.</summary>
    public required ImmutableArray<WrongPath> WrongPaths { get; init; }

    /// <summary>What was seen from outside; only of incidents with a wrong path.</summary>
    public required ImmutableArray<string> Symptoms { get; init; }

    /// <summary>Its causes, the primary one first.</summary>
    public required ImmutableArray<string> Causes { get; init; }

    /// <summary>The components, or <c>unknown</c>.</summary>
    public required ImmutableArray<string> Components { get; init; }

    /// <summary>The trigger.</summary>
    public required string Trigger { get; init; }

    /// <summary>What the document says of the root cause; null when it does not.</summary>
    public required CauseStatement? Statement { get; init; }

    /// <summary>The action items with their words.</summary>
    public required ImmutableArray<WordedAction> Actions { get; init; }

    /// <summary>The warnings that the record carries.</summary>
    public required ImmutableArray<Warning> Warnings { get; init; }

    /// <summary>Its day, null if not known.</summary>
    public LocalDate? Date => AtTitle.Date;

    /// <summary>The primary cause.</summary>
    public string Cause => Causes[0];

    /// <summary>The incident at the line that states the root cause.</summary>
    public IncidentReference AtRootCause => At(RootCauseLine);

    /// <summary>The incident at this line, or as a whole.</summary>
    public IncidentReference At(int? line) => AtTitle with { Line = line };

    /// <summary>Whether the document tells it.</summary>
    public bool Tells(ToldFields field) => (Told & field) != ToldFields.None;

    /// <summary>Looks at the record of a postmortem.</summary>
    public static ReviewedIncident Of(Incident incident, TextHash textHash, Vocabulary words)
    {
        var lines = new DocumentLines(incident);
        var reference = IncidentReference.To(incident) with { Line = lines.OfField("title") };
        PromisedAction Promised(ActionItem item) => new(item.Text, item.Kind, item.Owner, item.Due, reference with { Line = lines.Of(item.Span) });
        return new ReviewedIncident
        {
            TextHash = textHash,
            AtTitle = reference,
            RootCauseLine = lines.OfField("rootCause"),
            Told = ToldBy(incident),
            Course = IncidentCourse.Of(incident, lines),
            WrongPaths = [.. incident.MisleadingPaths.Select(path => new WrongPath(path.Hypothesis, path.MinutesLost, lines.Of(path.Span)))],
            Symptoms = incident.MisleadingPaths.Length > 0 ? [.. Symptom.Of(incident)] : [],
            Causes = NamesOf(incident.Causes),
            Components = NamesOf(incident.Components),
            Trigger = incident.Trigger?.Category ?? Categories.Unknown,
            Statement = incident.RootCause is { } cause ? CauseStatement.Of(cause, incident.Causes, incident.Components, words) : null,
            Actions = [.. incident.ActionItems.Select(item => WordedAction.Of(Promised(item), words))],
            Warnings = incident.Warnings,
        };
    }

    private static ImmutableArray<string> NamesOf(ImmutableArray<Label> labels) => labels.Length > 0
        ? [.. labels.Select(static label => label.Category).Distinct(StringComparer.Ordinal)]
        : [Categories.Unknown];

    private static ToldFields ToldBy(Incident incident)
    {
        (bool IsTold, ToldFields Field)[] fields =
        [
            (incident.Text.Length > 0, ToldFields.Text),
            (incident.Start is not null, ToldFields.Start),
            (incident.End is not null, ToldFields.End),
            (incident.DurationMinutes is not null, ToldFields.Duration),
            (incident.UsersAffectedPercent is not null, ToldFields.UsersAffected),
            (incident.DetectionMethod is not null, ToldFields.DetectionMethod),
            (incident.DetectedAt is not null, ToldFields.DetectedAt),
            (incident.Timeline.Length > 0, ToldFields.Timeline),
            (incident.Components.Length > 0, ToldFields.Components),
            (incident.Resolution is not null, ToldFields.Resolution),
        ];
        return fields.Where(static f => f.IsTold).Aggregate(ToldFields.None, static (told, f) => told | f.Field);
    }
}

/// <summary>What an incident's document tells, as far as a review asks only whether it does.</summary>
[Flags]
internal enum ToldFields
{
    None = 0,
    Text = 1 << 0,
    Start = 1 << 1,
    End = 1 << 2,
    Duration = 1 << 3,
    UsersAffected = 1 << 4,
    DetectionMethod = 1 << 5,
    DetectedAt = 1 << 6,
    Timeline = 1 << 7,
    Components = 1 << 8,
    Resolution = 1 << 9,
}
