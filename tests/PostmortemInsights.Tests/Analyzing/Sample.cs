using System.Collections.Immutable;
using System.Globalization;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Tests.Analyzing;

/// <summary>Incidents made by hand, as a parser and a classifier would give them.</summary>
internal static class Sample
{
    private static readonly SourceSpan Nowhere = new(0, 0);

    /// <summary>An incident of that day that lasted that long; without a day, one without any time.</summary>
    public static Incident Incident(
        string source, string? start = null, double? minutes = null, string? cause = null, string? component = null, string text = "text")
    {
        var begin = Moment.Parse(start);
        return new Incident
        {
            Source = source,
            Id = source,
            Text = text,
            IsPostmortem = true,
            Title = $"Title of {source}",
            Start = begin,
            End = begin is { Date: not null, Time: not null } && minutes is { } m ? Later(begin.Value, m) : null,
            DurationMinutes = minutes,
            Causes = Labels(cause),
            Components = Labels(component),
        };
    }

    /// <summary>A moment some minutes after the start of an incident.</summary>
    public static Moment? After(this Incident incident, double minutes) => incident.Start is { } start ? Later(start, minutes) : null;

    public static Incident Detected(this Incident incident, double minutes) => incident with { DetectedAt = incident.After(minutes) };

    public static Incident Entry(this Incident incident, double minutes, TimelineKind kind, string text) => incident with
    {
        Timeline = incident.Timeline.Add(new TimelineEntry(incident.After(minutes), text, Nowhere, kind)),
    };

    public static Incident Misled(this Incident incident, string? hypothesis, double? minutes, double? at = null, string text = "looked there") => incident with
    {
        MisleadingPaths = incident.MisleadingPaths.Add(
            new MisleadingPath(text, at is { } m ? incident.After(m) : null, hypothesis, minutes, MisleadingPathKind.Labelled, Nowhere)),
    };

    public static Incident Promised(this Incident incident, string text, ActionKind kind = ActionKind.Prevent, string? owner = null, string? due = null) =>
        incident with { ActionItems = incident.ActionItems.Add(new ActionItem(text, owner, due, kind, Nowhere)) };

    public static Incident Warned(this Incident incident, string code, string message = "something is odd", int? line = null) =>
        incident with { Warnings = incident.Warnings.Add(new Warning(code, message, line)) };

    public static Incident Because(this Incident incident, string rootCause) => incident with { RootCause = rootCause };

    private static Moment Later(Moment start, double minutes)
    {
        var seconds = (long)(minutes * 60);
        if (start.Local is not { } local)
            return start with { Time = start.Time?.PlusSeconds(seconds) };
        var later = local.PlusSeconds(seconds);
        return start with { Date = later.Date, Time = later.TimeOfDay };
    }

    private static ImmutableArray<Label> Labels(string? categories) => categories is null
        ? []
        : [.. categories.Split(';').Select(static c => new Label(c, 0.8, []))];

    public static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"incidents/{number:000}.md");
}
