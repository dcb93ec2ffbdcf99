using PostmortemInsights.Analyzing;

namespace PostmortemInsights.Reporting;

/// <summary>What keeps coming back.</summary>
internal static class RepeatSections
{
    public static IEnumerable<Section> Of(Repeats repeats) => [Actions(repeats)];

    private static Section Actions(Repeats repeats) => repeats.Actions.Length == 0
        ? new Section("Recurring action items", new Paragraph("No action item was asked for by more than one incident."))
        : new Section("Recurring action items", new Table(
            $"{Figures.Count(repeats.Actions.Length)} things to do that more than one incident asked for",
            ["to do", "kind", new Column("incidents", IsFigure: true), "first", "last", "where"],
            [.. repeats.Actions.Select(Action)]));

    private static Row Action(RecurringAction a) => new(
        a.Items[0].Text, Incidents.IncidentJson.Name(a.Items[0].Kind), Figures.Count(a.Incidents), Figures.Day(a.First), Figures.Day(a.Last),
        new Cell("", [.. a.Items.Select(static i => i.Incident)]));
}
