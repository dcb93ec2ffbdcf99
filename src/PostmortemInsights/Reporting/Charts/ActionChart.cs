using PostmortemInsights.Analyzing;
using PostmortemInsights.Incidents;
using PostmortemInsights.Reporting.Pages;

namespace PostmortemInsights.Reporting.Charts;

/// <summary>Action items by what they are for.</summary>
internal static class ActionChart
{
    private const double Left = 112;
    private const double Right = 138;
    private const double RowHeight = 24;

    public static string Caption(PromisedActions actions) => $"{Figures.Count(actions.Items, "action item")} by what they are for";

    public static string Draw(string id, PromisedActions actions)
    {
        var described = string.Join(", ", actions.Kinds.Select(static k => $"{IncidentJson.Name(k.Kind)} {Figures.Count(k.Items.Count)}"));
        var svg = new Svg(id, (actions.Kinds.Length * RowHeight) + 4, Caption(actions), $"{Figures.Count(actions.Items, "item")}: {described}.");
        var most = Math.Max(1, actions.Kinds.Max(static k => k.Items.Count));
        for (var i = 0; i < actions.Kinds.Length; i++)
            DrawKind(svg, actions.Kinds[i], i * RowHeight, most);
        return svg.ToString();
    }

    private static void DrawKind(Svg svg, ActionKindCount kind, double y, int most)
    {
        var width = (Svg.Width - Left - Right) * kind.Items.Count / most;
        svg.Text(Left - 6, y + 16, IncidentJson.Name(kind.Kind), Anchor.End);
        svg.Rectangle(Left, y + 3, width, RowHeight - 6, "bar", $"{IncidentJson.Name(kind.Kind)}: {Figures.Of(kind.Items)}");
        svg.Text(Left + width + 6, y + 16, Figures.Of(kind.Items));
    }
}
