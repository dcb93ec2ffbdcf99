using PostmortemInsights.Analyzing;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Reporting;

/// <summary>What was promised.</summary>
internal static class ActionSection
{
    public static Section Of(ReliabilityReview review)
    {
        var actions = review.Actions;
        var summary = $"{Figures.Of(actions.Incidents)} incidents name {Figures.Count(actions.Items, "action item")}. "
            + $"{Figures.Of(actions.WithoutOwner)} have no owner, {Figures.Of(actions.WithoutDue)} no date.";
        return new Section("What was promised", new Paragraph(summary), new Table(
            $"{Figures.Count(actions.Items, "action item")} by what they are for",
            ["kind", new Column("items", IsFigure: true), new Column("95% interval", IsFigure: true)],
            [.. actions.Kinds.Select(static k => new Row(IncidentJson.Name(k.Kind), Figures.Of(k.Items), Figures.Interval(k.Items)))]));
    }
}
