using PostmortemInsights.Analyzing;
using PostmortemInsights.Reporting.Pages;

namespace PostmortemInsights.Reporting.Charts;

/// <summary>Incidents per quarter, stacked by cause.</summary>
internal static class QuarterChart
{
    private const int MostQuarters = 24;
    private const int MostCauses = 6;
    private const double Left = 30;
    private const double Top = 14;
    private const double PlotHeight = 170;
    private const double LabelHeight = 60;
    private const string Rest = "other or unknown";

    public static string Caption(ReliabilityReview review)
    {
        var quarters = Drawn(review);
        return $"{Figures.Count(quarters.Sum(static q => q.Incidents))} of {Figures.Count(review.Coverage.Incidents, "incident")} by quarter and primary cause, "
            + $"{quarters[0].Name} to {quarters[^1].Name}";
    }

    public static string Draw(string id, ReliabilityReview review)
    {
        var quarters = Drawn(review);
        var causes = review.Categories.Causes.Select(static c => c.Category).Where(Categories.IsKnown).Take(MostCauses).Append(Rest).ToList();
        var svg = new Svg(id, Top + PlotHeight + LabelHeight + Legend.HeightOf(causes.Count), Caption(review), Describe(quarters, review));
        DrawAxis(svg, quarters.Max(static q => q.Incidents));
        var step = (Svg.Width - Left) / quarters.Count;
        for (var i = 0; i < quarters.Count; i++)
            DrawQuarter(svg, quarters[i], causes, Left + (i * step), step, quarters.Max(static q => q.Incidents));
        Legend.Draw(svg, Top + PlotHeight + LabelHeight, [.. causes.Select(static (cause, i) => ($"k{i}", cause))]);
        return svg.ToString();
    }

    /// <summary>The last quarters with an incident, and those without between them.</summary>
    private static List<Bar> Drawn(ReliabilityReview review)
    {
        var known = review.Trend.Quarters.ToDictionary(static q => q.Quarter, StringComparer.Ordinal);
        var quarter = FiscalQuarter.Parse(review.Trend.Quarters[^1].Quarter, review.Period.FiscalYearStarts);
        var first = FiscalQuarter.Parse(review.Trend.Quarters[0].Quarter, review.Period.FiscalYearStarts);
        var bars = new List<Bar>();
        for (; bars.Count < MostQuarters && quarter.First >= first.First; quarter = quarter.Previous)
            bars.Add(new Bar(quarter.ToString(), known.GetValueOrDefault(quarter.ToString())));
        bars.Reverse();
        return bars;
    }

    private static string Describe(List<Bar> quarters, ReliabilityReview review)
    {
        var drawn = quarters.Sum(static q => q.Incidents);
        var most = quarters.MaxBy(static q => q.Incidents)!;
        return $"{Figures.Count(drawn)} of {Figures.Count(review.Coverage.Incidents, "incident")} from {quarters[0].Name} to {quarters[^1].Name}; "
            + $"the most in {most.Name}, {Figures.Count(most.Incidents)}. The table below has every quarter.";
    }

    private static void DrawAxis(Svg svg, int most)
    {
        var step = Math.Max(1, (int)Math.Ceiling(most / 4.0));
        for (var n = 0; n <= most; n += step)
        {
            var y = Top + PlotHeight - (n * PlotHeight / most);
            svg.Line(Left, y, Svg.Width, y, "grid");
            svg.Text(Left - 5, y + 4, Figures.Count(n), Anchor.End, "tick");
        }
    }

    private static void DrawQuarter(Svg svg, Bar quarter, List<string> causes, double x, double step, int most)
    {
        var y = Top + PlotHeight;
        for (var i = 0; i < causes.Count; i++)
        {
            var count = quarter.Of(causes[i], causes);
            var height = count * PlotHeight / most;
            y -= height;
            if (count > 0)
                svg.Rectangle(x + (step * 0.1), y, step * 0.8, height, $"k{i}", $"{quarter.Name}: {causes[i]} {Figures.Count(count)} of {Figures.Count(quarter.Incidents)}");
        }

        svg.Text(x + (step / 2) + 4, Top + PlotHeight + 9, quarter.Name, Anchor.End, "tick", -55);
    }

    private sealed record Bar(string Name, QuarterCount? Count)
    {
        public int Incidents => Count?.Incidents ?? 0;

        public int Of(string cause, IReadOnlyCollection<string> named)
        {
            IEnumerable<NamedCount> causes = Count is null ? [] : Count.Causes;
            return string.Equals(cause, Rest, StringComparison.Ordinal)
                ? causes.Where(c => !named.Contains(c.Name, StringComparer.Ordinal)).Sum(static c => c.Count)
                : causes.Where(c => string.Equals(c.Name, cause, StringComparison.Ordinal)).Sum(static c => c.Count);
        }
    }
}
