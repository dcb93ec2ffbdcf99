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
        incident.Course.IsContradictory, [.. MarksOf(incident).OrderBy(static m => m.Minute).ThenBy(static m => m.Kind)]);

    private static IEnumerable<StripMark> MarksOf(ReviewedIncident incident)
    {
        var course = incident.Course;
        var points = course.WrongTurns.Select(static turn => (Kind: StripMarkKind.WrongPath, Point: (CoursePoint?)turn))
            .Append((StripMarkKind.Detection, course.Detected))
            .Append((StripMarkKind.Identification, course.Identified))
            .Append((StripMarkKind.Mitigation, course.Mitigated))
            .Append((StripMarkKind.Resolution, course.Resolved));
        foreach (var (kind, point) in points)
        {
            if (point is not null)
                yield return new StripMark(kind, point.Minute, point.Length, point.Text, point.Line);
        }
    }
}

/// <summary>Something on a timeline strip.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Minute">When, in minutes from the start of impact.</param>
/// <param name="Length">How many minutes it lasted; 0 for a point in time.</param>
/// <param name="Text">What the document says; null when the kind says enough.</param>
/// <param name="Line">The line that says so, from 1; null when not known.</param>
public sealed record StripMark(StripMarkKind Kind, double Minute, double Length, string? Text, int? Line);

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
