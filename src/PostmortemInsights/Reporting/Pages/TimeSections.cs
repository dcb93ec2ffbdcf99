using System.Collections.Immutable;
using PostmortemInsights.Analyzing;
using PostmortemInsights.Reporting.Charts;

namespace PostmortemInsights.Reporting.Pages;

/// <summary>How long incidents took, where the time went, and how the quarters compare.</summary>
internal static class TimeSections
{
    public static IEnumerable<Section> Of(ReliabilityReview review) => [Durations(review), Spent(review.TimeSpent), Quarters(review)];

    private static Section Durations(ReliabilityReview review) => new(
        "How long it took",
        new Drawing(DurationChart.Caption(review), id => DurationChart.Draw(id, review)),
        new Table(
            $"Minutes from the start of impact, over {Figures.Count(review.Coverage.Incidents, "incident")}; with 95% intervals",
            [
                "phase", Column.Figure("known"), Column.Figure("unknown"), Column.Figure("contradictory"), Column.Figure("median"),
                Column.Figure("geometric mean"), Column.Figure("90th percentile"),
            ],
            [.. review.Durations.Select(Duration)]));

    private static Row Duration(DurationStatistics d) => new(
        d.Phase, Figures.Count(d.Known), Figures.Count(d.Unknown), Figures.Count(d.Contradictory),
        Figures.With(d.Median), Figures.With(d.GeometricMean), Figures.With(d.NinetiethPercentile));

    private static Section Spent(TimeSpent spent)
    {
        if (spent.Incidents == 0)
            return new Section("Where the time goes", new Paragraph($"Of {Figures.Count(spent.Timed, "incident")} with a known duration, none tells what happened when."));
        var wrong = $"Of {Figures.Count(spent.Timed, "incident")} with a known duration, {Figures.Count(spent.Incidents)} also "
            + $"{(spent.Incidents == 1 ? "tells" : "tell")} when something happened in between. Of their time, {Figures.Minutes(spent.WrongPathMinutes)} "
            + $"({Figures.PartOf(spent.WrongPathMinutes, spent.TotalMinutes)}) went into wrong paths, as far as the clock tells: in "
            + $"{Figures.Of(new(spent.WrongPathIncidents, spent.Incidents), "incident")}.";
        return new Section(
            "Where the time goes",
            new Paragraph(wrong),
            new Drawing(TimeChart.Caption(spent), id => TimeChart.Draw(id, spent)),
            new Table(
                $"{Figures.Minutes(spent.TotalMinutes)} over the {Figures.Count(spent.Incidents, "incident")} that {(spent.Incidents == 1 ? "tells" : "tell")} it",
                ["phase", Column.Figure("time"), Column.Figure("share")],
                [
                    .. spent.Phases.Select(p => new Row(p.Phase, Figures.Minutes(p.Minutes), Figures.PartOf(p.Minutes, spent.TotalMinutes))),
                    new Row("on wrong paths, within the phases above", Figures.Minutes(spent.WrongPathMinutes), Figures.PartOf(spent.WrongPathMinutes, spent.TotalMinutes)),
                ]));
    }

    private static Section Quarters(ReliabilityReview review)
    {
        var trend = review.Trend;
        if (trend.Quarters.Length == 0)
            return new Section("Quarter by quarter", new Paragraph($"None of the {Figures.Count(review.Coverage.Incidents, "incident")} has a date."));
        var table = new Table(
            $"Incidents by quarter, the latest first; {Figures.Count(trend.Undated)} of {Figures.Count(review.Coverage.Incidents)} have no date; with 95% intervals",
            ["quarter", Column.Figure("incidents"), Column.Figure("duration known"), Column.Figure("median"), Column.Figure("geometric mean"), "primary causes"],
            [.. trend.Quarters.Reverse().Select(Quarter)]);
        return new Section("Quarter by quarter", [.. Comparison(trend.Latest), new Drawing(QuarterChart.Caption(review), id => QuarterChart.Draw(id, review)), table]);
    }

    private static Row Quarter(QuarterCount q) => new(
        q.Quarter, Figures.Count(q.Incidents), Figures.Count(q.Durations.Known), Figures.With(q.Durations.Median),
        Figures.With(q.Durations.GeometricMean), Figures.Names(q.Causes));

    private static ImmutableArray<Block> Comparison(QuarterComparison? comparison)
    {
        if (comparison is not { } c)
            return [new Paragraph("No whole quarter lies in this period, so no two quarters are compared.")];
        var count = c.CountIsDistinguishable
            ? $"more of a difference than chance explains (p {Figures.PValue(c.CountPValue)})"
            : $"not distinguishable (n={Figures.Count(c.Incidents + c.IncidentsBefore)})";
        var counts = new Paragraph($"{c.Quarter} has {Figures.Count(c.Incidents, "incident")}, {c.Before} had {Figures.Count(c.IncidentsBefore)}: {count}.");
        if (c.Phases.All(static p => p.Ratio is null))
            return [counts];
        return
        [
            counts,
            new Table(
                $"{c.Quarter} against {c.Before}: the ratio of geometric means, {c.Phases.Length} comparisons, each at the 5% level",
                ["phase", Column.Figure($"known in {c.Quarter}"), Column.Figure($"known in {c.Before}"), Column.Figure("ratio"), Column.Figure("p"), Column.Figure("smallest that could be seen"), "finding"],
                [.. c.Phases.Select(PhaseRow)]),
        ];
    }

    private static Row PhaseRow(PhaseComparison p) => new(
        p.Phase, Figures.Count(p.Known), Figures.Count(p.KnownBefore), Figures.Factor(p.Ratio), Figures.PValue(p.PValue),
        p.SmallestRatio is { } factor ? $"{Figures.Factor(factor)} or {Figures.Factor(1 / factor)}" : Figures.None, Finding(p));

    private static string Finding(PhaseComparison p) => p switch
    {
        { Ratio: null } => "nothing to compare",
        { IsDistinguishable: false } => $"not distinguishable (n={Figures.Count(p.Known + p.KnownBefore)})",
        { Ratio: > 1 } => "longer",
        _ => "shorter",
    };
}
