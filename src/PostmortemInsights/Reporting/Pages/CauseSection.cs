using System.Collections.Immutable;
using PostmortemInsights.Analyzing;
using PostmortemInsights.Reporting.Charts;

namespace PostmortemInsights.Reporting.Pages;

/// <summary>Causes, components and triggers.</summary>
internal static class CauseSection
{
    public static Section Of(ReliabilityReview review)
    {
        var incidents = Figures.Count(review.Coverage.Incidents, "incident");
        var categories = review.Categories;
        return new Section(
            "Why it broke, and where",
            Counts($"Primary cause of {incidents}, each counted once", "cause", categories.Causes),
            Counts($"Components of {incidents}, each counted under each of its components", "component", categories.Components),
            Counts($"Trigger of {incidents}, each counted once", "trigger", categories.Triggers),
            new Drawing(HeatMap.Caption(review), id => HeatMap.Draw(id, review)),
            new Table(
                $"Primary cause and component of {incidents}",
                ["cause", Column.Figure("incidents"), "in which components; an incident can have several"],
                [.. categories.Causes.Select(c => new Row(c.Category, Figures.Count(c.Incidents.Count), Components(c.Category, categories)))]));
    }

    private static Table Counts(string caption, string name, ImmutableArray<CategoryCount> counts) => new(
        $"{caption}; with 95% intervals",
        [name, Column.Figure("incidents"), Column.Figure("median duration"), Column.Figure("duration known"), Column.Figure("total duration")],
        [.. counts.Select(Count)]);

    private static string Components(string cause, Categories categories) => Figures.Names(
        [.. categories.CauseByComponent.Where(p => string.Equals(p.Cause, cause, StringComparison.Ordinal)).Select(static p => new NamedCount(p.Component, p.Incidents))],
        int.MaxValue);

    private static Row Count(CategoryCount c) => new(
        c.Category, Figures.With(c.Incidents), Figures.Minutes(c.MedianMinutes), Figures.Count(c.DurationKnown),
        c.DurationKnown > 0 ? Figures.Minutes(c.TotalMinutes) : Figures.None);
}
