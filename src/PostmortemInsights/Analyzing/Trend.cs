using System.Collections.Immutable;
using PostmortemInsights.Analyzing.Statistics;

namespace PostmortemInsights.Analyzing;

/// <summary>The quarters of a review, and the last of them against the one before.</summary>
/// <param name="Quarters">From the first with an incident to the last, those without one left out.</param>
/// <param name="Undated">Incidents without a date: in no quarter.</param>
/// <param name="Latest">The reviewed quarter, else the last with an incident that lies within the review as a whole, against the one before it; null when there is none.</param>
public sealed record Trend(ImmutableArray<QuarterCount> Quarters, int Undated, QuarterComparison? Latest)
{
    internal static Trend Of(IReadOnlyList<ReviewedIncident> covered, IReadOnlyList<ReviewedIncident> all, ReviewPeriod period)
    {
        var quarters = covered
            .Where(static i => i.Date is not null)
            .GroupBy(i => FiscalQuarter.Of(i.Date!.Value, period.FiscalYearStarts))
            .OrderBy(static same => same.Key.First)
            .AsParallel().AsOrdered()
            .Select(static same => QuarterCount.Of(same.Key, [.. same]))
            .ToImmutableArray();
        return new Trend(quarters, covered.Count(static i => i.Date is null), Compare(Reviewed(covered, period), all));
    }

    private static FiscalQuarter? Reviewed(IReadOnlyList<ReviewedIncident> covered, ReviewPeriod period)
    {
        if (period.Quarter is { } quarter)
            return quarter;
        if (covered.Max(static i => i.Date) is not { } last)
            return null;
        var latest = FiscalQuarter.Of(last, period.FiscalYearStarts);
        var whole = period.To < latest.Last ? latest.Previous : latest;
        return period.From > whole.First ? null : whole;
    }

    /// <summary>The quarter before is taken from all incidents, since a review of one quarter does not cover it.</summary>
    private static QuarterComparison? Compare(FiscalQuarter? quarter, IReadOnlyList<ReviewedIncident> all)
    {
        if (quarter is not { } now)
            return null;
        var before = now.Previous;
        return QuarterComparison.Of(
            before, [.. all.Where(i => i.Date >= before.First && i.Date <= before.Last)],
            now, [.. all.Where(i => i.Date >= now.First && i.Date <= now.Last)]);
    }
}

/// <summary>The incidents of one quarter.</summary>
/// <param name="Quarter">Its name.</param>
/// <param name="Incidents">How many.</param>
/// <param name="Durations">Their times to resolve.</param>
/// <param name="Causes">Their primary causes, the most frequent first.</param>
public sealed record QuarterCount(string Quarter, int Incidents, DurationStatistics Durations, ImmutableArray<NamedCount> Causes)
{
    internal static QuarterCount Of(FiscalQuarter quarter, IReadOnlyList<ReviewedIncident> incidents) => new(
        quarter.ToString(), incidents.Count,
        DurationStatistics.Of(Phase.Resolve, [.. incidents.Select(static i => i.Course)]),
        NamedCount.Of(incidents.Select(static i => i.Cause)));
}

/// <summary>A quarter against the one before.</summary>
/// <param name="Quarter">The quarter.</param>
/// <param name="Before">The quarter before.</param>
/// <param name="Incidents">Incidents in the quarter.</param>
/// <param name="IncidentsBefore">Incidents in the quarter before.</param>
/// <param name="CountPValue">How often chance alone sets the two counts as far apart.</param>
/// <param name="Phases">Each phase in the two quarters.</param>
public sealed record QuarterComparison(
    string Quarter, string Before, int Incidents, int IncidentsBefore, double CountPValue, ImmutableArray<PhaseComparison> Phases)
{
    internal static QuarterComparison Of(
        FiscalQuarter before, IReadOnlyList<ReviewedIncident> earlier, FiscalQuarter quarter, IReadOnlyList<ReviewedIncident> later) => new(
        quarter.ToString(), before.ToString(), later.Count, earlier.Count, CountTest.PValue(earlier.Count, later.Count),
        [.. Phase.All.AsParallel().AsOrdered().Select(phase => PhaseComparison.Of(
            phase.Name, phase.Minutes(earlier.Select(static i => i.Course)), phase.Minutes(later.Select(static i => i.Course))))]);

    /// <summary>Whether the counts differ by more than chance explains at the 5% level.</summary>
    public bool CountIsDistinguishable => CountPValue < PhaseComparison.Level;
}

/// <summary>A phase in two quarters.</summary>
/// <param name="Phase">What is measured.</param>
/// <param name="Known">Incidents of the later quarter that tell it.</param>
/// <param name="KnownBefore">Incidents of the earlier quarter that tell it.</param>
/// <param name="Ratio">The later geometric mean over the earlier; null when one quarter tells nothing.</param>
/// <param name="PValue">How often chance alone sets the two as far apart (permutation test); null when one tells nothing.</param>
/// <param name="SmallestRatio">The smallest factor of change that a comparison of this size finds four times in five; null when one quarter has fewer than two.</param>
public sealed record PhaseComparison(string Phase, int Known, int KnownBefore, double? Ratio, double? PValue, double? SmallestRatio)
{
    /// <summary>The level of the tests: 5%.</summary>
    public const double Level = 0.05;

    /// <summary>Whether the two differ by more than chance explains.</summary>
    public bool IsDistinguishable => PValue < Level;

    internal static PhaseComparison Of(string phase, double[] earlier, double[] later)
    {
        if (earlier.Length == 0 || later.Length == 0)
            return new PhaseComparison(phase, later.Length, earlier.Length, null, null, null);
        return new PhaseComparison(
            phase, later.Length, earlier.Length, GeometricMean.Of(later) / GeometricMean.Of(earlier),
            PermutationTest.PValue(earlier, later), DetectableChange.Factor(earlier, later));
    }
}
