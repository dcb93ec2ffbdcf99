using PostmortemInsights.Analyzing;
using PostmortemInsights.Analyzing.Statistics;
using PostmortemInsights.Reporting.Pages;

namespace PostmortemInsights.Reporting.Charts;

/// <summary>How long incidents lasted, on a log axis, with the median and its interval.</summary>
internal static class DurationChart
{
    private const double Left = 30;
    private const double Top = 30;
    private const double PlotHeight = 150;
    private const double Height = Top + PlotHeight + 36;
    private static readonly double[] Ticks = [1, 5, 15, 60, 240, 720, 1440, 4320, 10080, 43200, 172800];

    public static string Caption(ReliabilityReview review)
    {
        var all = review.Durations.Single(static d => d.Phase == Phase.Resolve.Name);
        return $"How long {Figures.Count(all.Known)} of {Figures.Count(all.Incidents, "incident")} lasted, on a log axis";
    }

    public static string Draw(string id, ReliabilityReview review)
    {
        var bins = review.Distribution;
        var all = review.Durations.Single(static d => d.Phase == Phase.Resolve.Name);
        var svg = new Svg(id, Height, Caption(review), Describe(all));
        if (all.Median is not { } median)
        {
            svg.Text(Left, Top, "No duration is known.");
            return svg.ToString();
        }

        var axis = new LogAxis(Math.Max(bins[0].FromMinutes, 0.5), bins[^1].ToMinutes);
        var most = bins.Max(static b => b.Incidents);
        foreach (var bin in bins)
            DrawBin(svg, axis, bin, most, all.Known);
        DrawMedian(svg, axis, median);
        svg.Line(Left, Top + PlotHeight, Svg.Width, Top + PlotHeight, "axis");
        svg.Text(Left - 5, Top + 6, Figures.Count(most), Anchor.End, "tick");
        svg.Text(Left - 5, Top + PlotHeight + 4, "0", Anchor.End, "tick");
        foreach (var tick in Ticks.Where(axis.Holds))
            DrawTick(svg, axis.At(tick), tick);
        return svg.ToString();
    }

    private static string Describe(DurationStatistics all) => all.Median is { } median
        ? $"{Figures.Count(all.Known)} of {Figures.Count(all.Incidents, "incident")}; the median is {Figures.Minutes(median.Value)}"
            + $"{(median.Low is null ? "" : $", its 95% interval {Figures.Interval(median)}")}. Each bar spans twice the time of the one before."
        : $"None of {Figures.Count(all.Incidents, "incident")} has a known duration.";

    private static void DrawMedian(Svg svg, LogAxis axis, Estimate median)
    {
        if (median is { Low: { } low, High: { } high })
            svg.Rectangle(axis.At(low), Top, axis.At(high) - axis.At(low), PlotHeight, "band", $"95% interval of the median: {Figures.Interval(median)}");
        var x = axis.At(median.Value);
        svg.Line(x, Top - 8, x, Top + PlotHeight, "median");
        svg.Text(Math.Clamp(x, Left + 70, Svg.Width - 70), Top - 14, $"median {Figures.Minutes(median.Value)}", Anchor.Middle);
    }

    private static void DrawBin(Svg svg, LogAxis axis, DurationBin bin, int most, int of)
    {
        var x = axis.At(bin.FromMinutes);
        var height = bin.Incidents * PlotHeight / most;
        var hint = $"{Figures.Minutes(bin.FromMinutes)} to {Figures.Minutes(bin.ToMinutes)}: {Figures.Of(new Share(bin.Incidents, of))}";
        svg.Rectangle(x + 1, Top + PlotHeight - height, Math.Max(axis.At(bin.ToMinutes) - x - 2, 1), height, "bar", hint);
    }

    private static void DrawTick(Svg svg, double x, double minutes)
    {
        svg.Line(x, Top + PlotHeight, x, Top + PlotHeight + 5, "axis");
        svg.Text(x, Top + PlotHeight + 20, Figures.Minutes(minutes), Anchor.Middle, "tick");
    }

    /// <summary>Minutes to places on the axis.</summary>
    private sealed record LogAxis(double From, double To)
    {
        public double At(double minutes) =>
            Left + ((Svg.Width - Left - 12) * (Math.Log(Math.Max(minutes, From)) - Math.Log(From)) / (Math.Log(To) - Math.Log(From)));

        public bool Holds(double minutes) => minutes >= From && minutes <= To;
    }
}
