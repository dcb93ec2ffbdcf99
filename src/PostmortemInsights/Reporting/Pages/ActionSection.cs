using System.Collections.Immutable;
using PostmortemInsights.Analyzing;
using PostmortemInsights.Incidents;
using PostmortemInsights.Reporting.Charts;

namespace PostmortemInsights.Reporting.Pages;

/// <summary>What was promised.</summary>
internal static class ActionSection
{
    public static Section Of(ReliabilityReview review)
    {
        var actions = review.Actions;
        if (actions.Items == 0)
            return new Section("What was promised", new Paragraph($"None of the {Figures.Count(review.Coverage.Incidents, "incident")} names an action item."));
        var summary = $"{Figures.Of(actions.Incidents, "incident")} name action items. {Figures.Of(actions.WithoutOwner, "item")} "
            + $"have no owner, {Figures.Of(actions.WithoutDue)} no date, and {Figures.Of(new(actions.Vague.Length, actions.Items))} leave open what is to be done.";
        return new Section(
            "What was promised",
            [new Paragraph(summary), new Drawing(ActionChart.Caption(actions), id => ActionChart.Draw(id, actions)), Kinds(actions), .. Vague(actions.Vague)]);
    }

    private static Table Kinds(PromisedActions actions) => new(
        $"{Figures.Count(actions.Items, "action item")} by what they are for; with 95% intervals",
        ["kind", Column.Figure("items")],
        [.. actions.Kinds.Select(static k => new Row(IncidentJson.Name(k.Kind), Figures.With(k.Items)))]);

    private static IEnumerable<Block> Vague(ImmutableArray<PromisedAction> vague)
    {
        if (vague.Length > 0)
        {
            yield return new Table(
                $"Items that leave open what is to be done: {Figures.Count(vague.Length)}",
                ["item", "owner", "where"],
                [.. vague.Select(static a => new Row(a.Text, a.Owner ?? Figures.None, ImmutableArray.Create(a.Incident)))]);
        }
    }
}
