using System.Collections.Immutable;

namespace PostmortemInsights.Analyzing;

/// <summary>One incident on the clock: what a timeline strip shows.</summary>
/// <param name="Incident">The incident, at the line of its title.</param>
/// <param name="Cause">Its primary cause.</param>
/// <param name="Components">Its components, or <c>unknown</c>.</param>
/// <param name="Minutes">How long it lasted; null when not known or contradictory.</param>
/// <param name="IsContradictory">True when the document's times contradict each other; then there are no marks.</param>
/// <param name="Marks">What can be drawn, in the order of time.</param>
public sealed record IncidentStrip(
    IncidentReference Incident, string Cause, ImmutableArray<string> Components, double? Minutes, bool IsContradictory, ImmutableArray<StripMark> Marks)
{
    internal static IncidentStrip Of(ReviewedIncident incident) => new(
        incident.AtTitle, incident.Cause, incident.Components, incident.Course.Resolved?.Minute,
        incident.Course.IsContradictory, [.. MarksOf(incident.Course).OrderBy(static m => m.Minute).ThenBy(static m => m.Kind)]);

    private static IEnumerable<StripMark> MarksOf(IncidentCourse course)
    {
        foreach (var turn in course.WrongTurns)
            yield return StripMark.Of(StripMarkKind.WrongPath, turn);
        if (course.Detected is { } detected)
            yield return StripMark.Of(StripMarkKind.Detection, detected);
        if (course.Identified is { } identified)
            yield return StripMark.Of(StripMarkKind.Identification, identified);
        if (course.Mitigated is { } mitigated)
            yield return StripMark.Of(StripMarkKind.Mitigation, mitigated);
        if (course.Resolved is { } resolved)
            yield return StripMark.Of(StripMarkKind.Resolution, resolved);
    }
}

/// <summary>Something on a timeline strip.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Minute">When, in minutes from the start of impact.</param>
/// <param name="Length">How many minutes it lasted; 0 for a point in time.</param>
/// <param name="Text">What the document says; null when the kind says enough.</param>
/// <param name="Line">The line that says so, from 1; null when not known.</param>
public sealed record StripMark(StripMarkKind Kind, double Minute, double Length, string? Text, int? Line)
{
    internal static StripMark Of(StripMarkKind kind, CoursePoint point) => new(kind, point.Minute, point.Length, point.Text, point.Line);
}

/// <summary>What a mark on a timeline strip stands for.</summary>
public enum StripMarkKind
{
    /// <summary>Somebody or something noticed.</summary>
    Detection,

    /// <summary>A wrong path.</summary>
    WrongPath,

    /// <summary>The cause was found.</summary>
    Identification,

    /// <summary>The last step towards restoring service.</summary>
    Mitigation,

    /// <summary>Service was back.</summary>
    Resolution,
}
