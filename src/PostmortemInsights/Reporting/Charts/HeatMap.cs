using PostmortemInsights.Analyzing;
using PostmortemInsights.Reporting.Pages;

namespace PostmortemInsights.Reporting.Charts;

/// <summary>Incidents by cause and component: the darker, the more.</summary>
internal static class HeatMap
{
    private const int MostComponents = 10;
    private const double Left = 112;
    private const double Right = 40;
    private const double Top = 84;
    private const double RowHeight = 22;

    public static string Caption(ReliabilityReview review) =>
        $"Cause by component: {Figures.Count(review.Coverage.Incidents, "incident")}, the {Figures.Count(Math.Min(MostComponents, review.Categories.Components.Length))} most frequent components";

    public static string Draw(string id, ReliabilityReview review)
    {
        var causes = review.Categories.Causes.Select(static c => c.Category).ToList();
        var components = review.Categories.Components.Select(static c => c.Category).Take(MostComponents).ToList();
        var counts = review.Categories.CauseByComponent.ToDictionary(static p => (p.Cause, p.Component), static p => p.Incidents);
        var svg = new Svg(id, Top + (causes.Count * RowHeight) + 4, Caption(review), Describe(review, components.Count));
        var step = (Svg.Width - Left - Right) / components.Count;
        for (var column = 0; column < components.Count; column++)
            svg.Text(Left + ((column + 0.5) * step) + 3, Top - 7, components[column], Anchor.Start, "tick", -50);
        for (var row = 0; row < causes.Count; row++)
        {
            svg.Text(Left - 6, Top + (row * RowHeight) + 15, causes[row], Anchor.End, "tick");
            for (var column = 0; column < components.Count; column++)
            {
                var count = counts.GetValueOrDefault((causes[row], components[column]));
                DrawCell(svg, Left + (column * step), Top + (row * RowHeight), step, count, counts.Values.Max(), $"{causes[row]} in {components[column]}: {Figures.Count(count)}");
            }
        }

        return svg.ToString();
    }

    private static string Describe(ReliabilityReview review, int components)
    {
        var most = review.Categories.CauseByComponent[0];
        return $"{Figures.Count(review.Coverage.Incidents, "incident")}, the {components} most frequent components; the most frequent pair is {most.Cause} in "
            + $"{most.Component}, {Figures.Count(most.Incidents)}. An incident counts under each of its components.";
    }

    private static void DrawCell(Svg svg, double x, double y, double width, int count, int most, string hint)
    {
        svg.Rectangle(x + 1, y + 1, width - 2, RowHeight - 2, "track", hint);
        if (count == 0)
            return;
        var share = (double)count / most;
        svg.Rectangle(x + 1, y + 1, width - 2, RowHeight - 2, "heat", hint, 0.2 + (0.8 * share));
        svg.Text(x + (width / 2), y + 15, Figures.Count(count), Anchor.Middle, share > 0.55 ? "on" : "");
    }
}
