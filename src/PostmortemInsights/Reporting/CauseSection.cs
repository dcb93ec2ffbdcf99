using System.Collections.Immutable;
using PostmortemInsights.Analyzing;

namespace PostmortemInsights.Reporting;

/// <summary>Causes, components and triggers.</summary>
internal static class CauseSection
{
    public static Section Of(ReliabilityReview review)
    {
        var incidents = Figures.Count(review.Coverage.Incidents, "incident");
        return new Section(
            "Why it broke, and where",
            Counts($"Primary cause of {incidents}, each counted once", "cause", review.Categories.Causes),
            Counts($"Components of {incidents}, each counted under each of its components", "component", review.Categories.Components),
            Counts($"Trigger of {incidents}, each counted once", "trigger", review.Categories.Triggers));
    }

    private static Table Counts(string caption, string name, ImmutableArray<CategoryCount> counts) => new(
        caption,
        [
            name, new Column("incidents", IsFigure: true), new Column("95% interval", IsFigure: true), new Column("median duration", IsFigure: true),
            new Column("duration known", IsFigure: true), new Column("total duration", IsFigure: true),
        ],
        [.. counts.Select(Count)]);

    private static Row Count(CategoryCount c) => new(
        c.Category, Figures.Of(c.Incidents), Figures.Interval(c.Incidents), Figures.Minutes(c.MedianMinutes), Figures.Count(c.DurationKnown),
        c.DurationKnown > 0 ? Figures.Minutes(c.TotalMinutes) : Figures.None);
}
