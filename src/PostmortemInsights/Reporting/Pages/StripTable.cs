using System.Collections.Immutable;
using PostmortemInsights.Analyzing;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Reporting.Pages;

/// <summary>The incidents as a table, for formats that draw nothing.</summary>
internal static class StripTable
{
    public static Table Of(Strips strips) => new(
        $"The course of {Figures.Count(strips.Incidents.Length, "incident")}",
        ["incident", "day", "cause", Column.Figure("duration"), "course"],
        [.. strips.Incidents.Select(static i => new Row(
            ImmutableArray.Create(i.Incident), Figures.Day(i.Incident.Date), i.Cause,
            i.IsContradictory ? "contradictory" : Figures.Minutes(i.Minutes), Course(i)))]);

    /// <summary>What happened when, in words: <c>noticed after 12 min; wrong path from 20 min for 15 min; …</c>.</summary>
    public static string Course(IncidentStrip strip) =>
        strip.Marks.Length == 0 ? Figures.None : string.Join("; ", strip.Marks.Select(Said));

    /// <summary>One mark in words.</summary>
    public static string Said(StripMark mark) => mark.Kind switch
    {
        StripMarkKind.Detection => mark.Minute == 0 ? "noticed at once" : $"noticed after {Figures.Minutes(mark.Minute)}",
        StripMarkKind.WrongPath => $"wrong path from {Figures.Minutes(mark.Minute)} for {Figures.Minutes(mark.Length)}",
        StripMarkKind.Identification => $"cause found after {Figures.Minutes(mark.Minute)}",
        StripMarkKind.Mitigation => $"last step of the fix after {Figures.Minutes(mark.Minute)}",
        StripMarkKind.Resolution => $"over after {Figures.Minutes(mark.Minute)}",
        _ => IncidentJson.Name(mark.Kind),
    };
}
