using System.Collections.Immutable;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Analyzing;

/// <summary>The course of one incident in minutes from the start of impact; what the text does not tell is null.</summary>
/// <param name="Detected">When somebody or something noticed; 0 if that was up to an hour before users felt it.</param>
/// <param name="Identified">When the cause was found: the first such entry of the timeline.</param>
/// <param name="Mitigated">The last step towards restoring service that lies between identification and the end.</param>
/// <param name="Resolved">The end of impact: the duration.</param>
/// <param name="WrongTurns">Wrong paths whose beginning and length the clock tells.</param>
/// <param name="IsContradictory">True when the document's times contradict each other; then nothing above is known.</param>
public sealed record IncidentCourse(
    double? Detected, double? Identified, double? Mitigated, double? Resolved, ImmutableArray<WrongTurn> WrongTurns, bool IsContradictory)
{
    /// <summary>The warning that marks a document whose times contradict each other.</summary>
    public const string ContradictionCode = "time-contradiction";

    private const double MinutesADay = 24 * 60;
    private const double EarliestDetection = -60;

    /// <summary>Reads the course out of a record.</summary>
    public static IncidentCourse Of(Incident incident)
    {
        var detected = Since(incident, incident.DetectedAt);
        var identified = First(incident, TimelineKind.Identification);
        if (HasContradiction(incident) || detected < EarliestDetection || identified < 0 || incident.DurationMinutes < 0)
            return new IncidentCourse(null, null, null, null, [], IsContradictory: true);
        return new IncidentCourse(
            detected is { } minutes ? Math.Max(minutes, 0) : null, identified, Mitigation(incident, identified), incident.DurationMinutes,
            WrongTurnsOf(incident), IsContradictory: false);
    }

    private static bool HasContradiction(Incident incident) =>
        incident.Warnings.Any(static w => string.Equals(w.Code, ContradictionCode, StringComparison.Ordinal));

    private static double? First(Incident incident, TimelineKind kind) =>
        incident.Timeline.Where(e => e.Kind == kind).Select(e => Since(incident, e.At)).FirstOrDefault(static m => m is not null);

    private static double? Mitigation(Incident incident, double? identified) => incident.Timeline
        .Where(static e => e.Kind == TimelineKind.Mitigation)
        .Select(e => Since(incident, e.At))
        .LastOrDefault(m => m >= (identified ?? 0) && m <= (incident.DurationMinutes ?? double.MaxValue));

    private static ImmutableArray<WrongTurn> WrongTurnsOf(Incident incident) =>
    [
        .. from path in incident.MisleadingPaths
           let begin = Since(incident, path.At)
           where begin is not null && path.MinutesLost is > 0
           select new WrongTurn(begin.Value, path.MinutesLost!.Value, path.Hypothesis, path.Text)
    ];

    /// <summary>Minutes from the start of impact. Where only clock times are given, a time that seems earlier is the next day's if the duration allows.</summary>
    private static double? Since(Incident incident, Moment? moment)
    {
        if (incident.Start is not { } start || moment is not { } point)
            return null;
        if (start.MinutesTo(point) is { } minutes)
            return minutes;
        if ((start.Date is not null && point.Date is not null) || start.Time is not { } a || point.Time is not { } b)
            return null;
        var ahead = (((b - a).ToDuration().TotalMinutes % MinutesADay) + MinutesADay) % MinutesADay;
        return ahead <= Math.Max(incident.DurationMinutes ?? 0, MinutesADay / 2) ? ahead : null;
    }
}

/// <summary>A wrong path on the clock.</summary>
/// <param name="Begin">Minutes from the start of impact.</param>
/// <param name="Minutes">Its length.</param>
/// <param name="Hypothesis">What was blamed; null when not clear.</param>
/// <param name="Text">The passage that says so.</param>
public sealed record WrongTurn(double Begin, double Minutes, string? Hypothesis, string Text);
