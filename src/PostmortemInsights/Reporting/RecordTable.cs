using System.Collections.Immutable;
using PostmortemInsights.Incidents;
using PostmortemInsights.Reporting.Pages;
using PostmortemInsights.Reporting.Terminal;

namespace PostmortemInsights.Reporting;

/// <summary>Records as a table for a terminal: a row of figures for each document, and below it the title and the path.</summary>
public static class RecordTable
{
    /// <summary>Writes every record, with <c>\n</c> as line end.</summary>
    /// <param name="incidents">The records in the order to show them in.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="width">Columns of the terminal; lines are broken to fit.</param>
    public static void Write(IReadOnlyList<Incident> incidents, TextWriter writer, int width = 100)
    {
        var postmortems = incidents.Count(static i => i.IsPostmortem);
        var table = new Table(
            $"{Figures.Count(incidents.Count, "document")}, {Figures.Count(postmortems)} of them about an incident",
            ["start", Column.Figure("duration"), "cause", "component", Column.Figure("entries"), Column.Figure("wrong paths"), Column.Figure("actions"), Column.Figure("warnings"), Column.Below("document")],
            [.. incidents.Select(Record)]);
        TextTable.Write(writer, table, Math.Max(width, ReviewText.NarrowestWidth), int.MaxValue);
    }

    private static Row Record(Incident i) => new(
        i.IsPostmortem ? (i.Start is { } start ? (start with { Offset = null }).ToString() : "unknown") : "no incident",
        i.DurationMinutes is null && i.IsPostmortem ? "unknown" : Figures.Minutes(i.DurationMinutes),
        First(i.Causes), First(i.Components),
        Figures.Count(i.Timeline.Length), Figures.Count(i.MisleadingPaths.Length), Figures.Count(i.ActionItems.Length), Figures.Count(i.Warnings.Length),
        i.Title is { } title ? $"{title} · {i.Source}" : i.Source);

    private static string First(ImmutableArray<Label> labels) => labels.Length > 0 ? labels[0].Category : Figures.None;
}
