using System.Collections.Immutable;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing;

namespace PostmortemInsights.Analyzing;

/// <summary>The course of one incident, in minutes from the start of impact; what the text does not tell is null.</summary>
/// <param name="Detected">When somebody or something noticed; minute 0 if that was up to an hour before users felt it.</param>
/// <param name="Identified">When the cause was found: the first such entry of the timeline.</param>
/// <param name="Mitigated">The last step towards restoring service that lies between identification and the end.</param>
/// <param name="Resolved">The end of impact: the duration.</param>
/// <param name="WrongTurns">Wrong paths whose beginning and length the clock tells.</param>
/// <param name="IsContradictory">True when the document's times contradict each other; then nothing above is known.</param>
internal sealed record IncidentCourse(
    CoursePoint? Detected, CoursePoint? Identified, CoursePoint? Mitigated, CoursePoint? Resolved,
    ImmutableArray<CoursePoint> WrongTurns, bool IsContradictory)
{
    private const double MinutesADay = 24 * 60;
    private const double EarliestDetection = -60;
    private static readonly IncidentCourse Contradictory = new(null, null, null, null, [], IsContradictory: true);

    private static readonly HashSet<string> Contradictions = new(StringComparer.Ordinal)
    {
        WarningCodes.DurationMismatch, WarningCodes.TimelineMismatch, WarningCodes.EndBeforeStart,
    };

    /// <summary>Whether anything between the beginning and the end is told.</summary>
    public bool TellsPhases => Detected is not null || Identified is not null || Mitigated is not null || WrongTurns.Length > 0;

    /// <summary>Reads the course out of a record.</summary>
    public static IncidentCourse Of(Incident incident, DocumentLines lines)
    {
        var detected = Since(incident, incident.DetectedAt);
        var identified = Points(incident, TimelineKind.Identification, lines).FirstOrDefault();
        if (HasContradiction(incident) || detected < EarliestDetection || identified?.Minute < 0 || incident.DurationMinutes < 0)
            return Contradictory;
        return new IncidentCourse(
            detected is { } minute ? new CoursePoint(Math.Max(minute, 0), lines.OfField("detectedAt")) : null,
            identified,
            Mitigation(incident, identified, lines),
            incident.DurationMinutes is { } minutes ? new CoursePoint(minutes, lines.OfField("end")) : null,
            WrongTurnsOf(incident, lines),
            IsContradictory: false);
    }

    private static bool HasContradiction(Incident incident) => incident.Warnings.Any(static w => Contradictions.Contains(w.Code));

    private static CoursePoint? Mitigation(Incident incident, CoursePoint? identified, DocumentLines lines) =>
        Points(incident, TimelineKind.Mitigation, lines).LastOrDefault(point =>
            point.Minute >= (identified?.Minute ?? 0) && point.Minute <= (incident.DurationMinutes ?? double.MaxValue));

    private static IEnumerable<CoursePoint> Points(Incident incident, TimelineKind kind, DocumentLines lines) =>
        from entry in incident.Timeline
        where entry.Kind == kind
        let minute = Since(incident, entry.At)
        where minute is not null
        select new CoursePoint(minute.Value, lines.Of(entry.Span)) { Text = entry.Text };

    private static ImmutableArray<CoursePoint> WrongTurnsOf(Incident incident, DocumentLines lines) =>
    [
        .. from path in incident.MisleadingPaths
           let begin = Since(incident, path.At)
           where begin >= 0 && path.MinutesLost is > 0
           orderby begin
           select new CoursePoint(begin.Value, lines.Of(path.Span)) { Text = path.Text, Length = path.MinutesLost!.Value }
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

/// <summary>A point on the course of an incident.</summary>
/// <param name="Minute">Minutes from the start of impact.</param>
/// <param name="Line">The line that says so, from 1; null when not known.</param>
internal sealed record CoursePoint(double Minute, int? Line)
{
    /// <summary>What the document says.</summary>
    public string? Text { get; init; }

    /// <summary>Minutes that it lasted; 0 for a point in time.</summary>
    public double Length { get; init; }
}
