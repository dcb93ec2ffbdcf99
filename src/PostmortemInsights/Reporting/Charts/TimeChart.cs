using PostmortemInsights.Analyzing;
using PostmortemInsights.Reporting.Pages;

namespace PostmortemInsights.Reporting.Charts;

/// <summary>Where the time of the incidents goes: one bar divided by phase, and below it the part that went into wrong paths.</summary>
internal static class TimeChart
{
    private const double Top = 6;
    private const double BarHeight = 34;
    private const double WrongTop = Top + BarHeight + 6;
    private const double WrongHeight = 14;
    private const double LegendTop = WrongTop + WrongHeight + 12;

    public static string Caption(TimeSpent spent) =>
        $"{Figures.Minutes(spent.TotalMinutes)} of {Figures.Count(spent.Incidents, "incident")} by phase, and below it the part on wrong paths";

    public static string Draw(string id, TimeSpent spent)
    {
        var entries = spent.Phases
            .Select((p, i) => ($"p{i}", $"{p.Phase} {Figures.PartOf(p.Minutes, spent.TotalMinutes)}"))
            .Append(("wrong", $"on wrong paths {Figures.PartOf(spent.WrongPathMinutes, spent.TotalMinutes)}"))
            .ToList();
        var svg = new Svg(id, LegendTop + Legend.HeightOf(entries.Count), Caption(spent), Describe(spent));
        var x = 0.0;
        for (var i = 0; i < spent.Phases.Length; i++)
        {
            var width = Svg.Width * Part(spent.Phases[i].Minutes, spent);
            svg.Rectangle(x, Top, width, BarHeight, $"p{i}", $"{spent.Phases[i].Phase}: {Figures.Minutes(spent.Phases[i].Minutes)}");
            x += width;
        }

        svg.Rectangle(0, WrongTop, Svg.Width, WrongHeight, "track");
        svg.Rectangle(0, WrongTop, Svg.Width * Part(spent.WrongPathMinutes, spent), WrongHeight, "wrong", $"on wrong paths: {Figures.Minutes(spent.WrongPathMinutes)}");
        Legend.Draw(svg, LegendTop, entries);
        return svg.ToString();
    }

    private static double Part(double minutes, TimeSpent spent) => spent.TotalMinutes > 0 ? minutes / spent.TotalMinutes : 0;

    private static string Describe(TimeSpent spent)
    {
        var phases = string.Join(", ", spent.Phases.Select(p => $"{p.Phase} {Figures.PartOf(p.Minutes, spent.TotalMinutes)}"));
        return $"Of {Figures.Minutes(spent.TotalMinutes)} in {Figures.Count(spent.Incidents, "incident")}: {phases}; "
            + $"{Figures.PartOf(spent.WrongPathMinutes, spent.TotalMinutes)} went into wrong paths.";
    }
}
