using System.Collections.Immutable;
using PostmortemInsights.Analyzing;

namespace PostmortemInsights.Reporting;

/// <summary>How long incidents took, where the time went, and how the quarters compare.</summary>
internal static class TimeSections
{
    public static IEnumerable<Section> Of(ReliabilityReview review) => [Durations(review), Spent(review.TimeSpent), Quarters(review)];

    private static Section Durations(ReliabilityReview review) => new(
        "How long it took",
        new Table(
            $"Minutes from the start of impact, over {Figures.Count(review.Coverage.Incidents, "incident")}",
            [
                "phase", Figure("known"), Figure("unknown"), Figure("contradictory"), Figure("median"), Figure("95% interval"),
                Figure("geometric mean"), Figure("95% interval"), Figure("90th percentile"), Figure("95% interval"),
            ],
            [.. review.Durations.Select(Duration)]));

    private static Row Duration(DurationStatistics d) => new(
        d.Phase, Figures.Count(d.Known), Figures.Count(d.Unknown), Figures.Count(d.Contradictory),
        Figures.Minutes(d.Median?.Value), Figures.Interval(d.Median),
        Figures.Minutes(d.GeometricMean?.Value), Figures.Interval(d.GeometricMean),
        Figures.Minutes(d.NinetiethPercentile?.Value), Figures.Interval(d.NinetiethPercentile));

    private static Section Spent(TimeSpent spent)
    {
        var wrong = $"Of this time, {Figures.Minutes(spent.WrongPathMinutes)} ({Percent(spent.WrongPathMinutes, spent.TotalMinutes)}) went into wrong paths, "
            + $"as far as the clock tells: in {Figures.Count(spent.WrongPathIncidents)} of the {Figures.Count(spent.Incidents, "incident")}.";
        return new Section(
            "Where the time goes",
            new Table(
                $"{Figures.Minutes(spent.TotalMinutes)} over the {Figures.Count(spent.Incidents, "incident")} whose duration is known",
                ["phase", Figure("time"), Figure("share")],
                [.. spent.Phases.Select(p => new Row(p.Phase, Figures.Minutes(p.Minutes), Percent(p.Minutes, spent.TotalMinutes)))]),
            new Paragraph(wrong));
    }

    private static Section Quarters(ReliabilityReview review)
    {
        var trend = review.Trend;
        var table = new Table(
            $"Incidents by quarter and their durations; {Figures.Count(trend.Undated)} of {Figures.Count(review.Coverage.Incidents)} have no date",
            ["quarter", Figure("incidents"), Figure("duration known"), Figure("median"), Figure("95% interval"), Figure("geometric mean"), "primary causes"],
            [.. trend.Quarters.Select(Quarter)]);
        return new Section("Quarter by quarter", [table, .. trend.Latest is { } latest ? Comparison(latest) : []]);
    }

    private static Row Quarter(QuarterCount q) => new(
        q.Quarter, Figures.Count(q.Incidents), Figures.Count(q.Durations.Known), Figures.Minutes(q.Durations.Median?.Value),
        Figures.Interval(q.Durations.Median), Figures.Minutes(q.Durations.GeometricMean?.Value), Figures.Names(q.Causes));

    private static ImmutableArray<Block> Comparison(QuarterComparison c)
    {
        var count = c.CountIsDistinguishable ? $"a difference (p {Figures.PValue(c.CountPValue)})" : $"not distinguishable (n={c.Incidents + c.IncidentsBefore})";
        return
        [
            new Paragraph($"{c.Quarter} has {Figures.Count(c.Incidents, "incident")}, {c.Before} had {Figures.Count(c.IncidentsBefore)}: {count}."),
            new Table(
                $"{c.Quarter} against {c.Before}: the ratio of geometric means",
                ["phase", Figure($"known in {c.Quarter}"), Figure($"in {c.Before}"), Figure("ratio"), Figure("p"), Figure("smallest that could be seen"), "finding"],
                [.. c.Phases.Select(PhaseRow)]),
        ];
    }

    private static Row PhaseRow(PhaseComparison p) => new(
        p.Phase, Figures.Count(p.Known), Figures.Count(p.KnownBefore), Figures.Factor(p.Ratio), Figures.PValue(p.PValue),
        p.SmallestRatio is { } factor ? $"{Figures.Factor(factor)} times, or {Figures.Factor(1 / factor)}" : Figures.None, Finding(p));

    private static string Finding(PhaseComparison p) => p switch
    {
        { Ratio: null } => "nothing to compare",
        { IsDistinguishable: false } => $"not distinguishable (n={Figures.Count(p.Known + p.KnownBefore)})",
        { Ratio: > 1 } => "longer",
        _ => "shorter",
    };

    private static Column Figure(string name) => new(name, IsFigure: true);

    private static string Percent(double part, double whole) => Figures.Percent(whole > 0 ? part / whole : null);
}
