using System.Collections.Immutable;
using PostmortemInsights.Analyzing.Statistics;

namespace PostmortemInsights.Analyzing;

/// <summary>What was blamed first, and what that cost.</summary>
/// <param name="Incidents">Incidents with at least one wrong path, of all that the review covers.</param>
/// <param name="Paths">Wrong paths in all.</param>
/// <param name="Timed">Wrong paths whose minutes the clock tells.</param>
/// <param name="MedianMinutes">Median minutes lost on one; null when none is timed.</param>
/// <param name="TotalMinutes">Minutes lost in all.</param>
/// <param name="IncidentMinutes">Duration in all of the incidents that have both a timed wrong path and a known duration.</param>
/// <param name="MinutesWithin">Minutes lost within those incidents: the share of incident time is this over <paramref name="IncidentMinutes"/>.</param>
/// <param name="Rows">One for each thing that was blamed, the most frequent first.</param>
public sealed record MisleadingLedger(
    Share Incidents, int Paths, int Timed, double? MedianMinutes, double TotalMinutes, double IncidentMinutes, double MinutesWithin,
    ImmutableArray<LedgerRow> Rows)
{
    internal static MisleadingLedger Of(IReadOnlyList<ReviewedIncident> incidents)
    {
        var wrong = incidents.SelectMany(static i => i.WrongPaths.Select(path => new Blame(i, path))).ToList();
        var all = LedgerRow.Of("", wrong);
        return new MisleadingLedger(
            new Share(all.Incidents.Length, incidents.Count), all.Paths, all.Timed, all.MedianMinutes, all.TotalMinutes,
            all.IncidentMinutes, all.MinutesWithin, ByBlame(wrong));
    }

    private static ImmutableArray<LedgerRow> ByBlame(IEnumerable<Blame> wrong) =>
    [
        .. wrong
            .GroupBy(static b => b.Path.Hypothesis ?? Categories.Unknown, StringComparer.Ordinal)
            .Select(static same => LedgerRow.Of(same.Key, [.. same]))
            .OrderByDescending(static r => r.Paths)
            .ThenBy(static r => r.Blamed, StringComparer.Ordinal)
    ];
}

/// <summary>One thing that was blamed wrongly.</summary>
/// <param name="Blamed">A component, a cause, <c>traffic</c>, <c>deployment</c>, <c>attack</c>, or <c>unknown</c> when the text is not clear.</param>
/// <param name="Paths">How often.</param>
/// <param name="Timed">How many of them the clock tells the minutes of.</param>
/// <param name="MedianMinutes">Median minutes lost on one; null when none is timed.</param>
/// <param name="TotalMinutes">Minutes lost in all.</param>
/// <param name="IncidentMinutes">Duration in all of the incidents that have both a timed wrong path and a known duration.</param>
/// <param name="MinutesWithin">Minutes lost within those incidents.</param>
/// <param name="TurnedOutToBe">The primary causes of the incidents, the most frequent first.</param>
/// <param name="Symptoms">The symptoms of the incidents, the most frequent first; an incident may have several or none.</param>
/// <param name="Incidents">The incidents, each at the line that tells of the first such path.</param>
public sealed record LedgerRow(
    string Blamed, int Paths, int Timed, double? MedianMinutes, double TotalMinutes, double IncidentMinutes, double MinutesWithin,
    ImmutableArray<NamedCount> TurnedOutToBe, ImmutableArray<NamedCount> Symptoms, ImmutableArray<IncidentReference> Incidents)
{
    internal static LedgerRow Of(string blamed, IReadOnlyList<Blame> wrong)
    {
        var minutes = wrong.Where(static b => b.Minutes is not null).Select(static b => b.Minutes!.Value).Order().ToArray();
        var first = wrong.DistinctBy(static b => b.In.AtTitle.Id, StringComparer.Ordinal).ToList();
        var measured = wrong.Where(static b => b.Minutes is not null && b.In.Course.Resolved is { Minute: > 0 }).ToList();
        return new LedgerRow(
            blamed, wrong.Count, minutes.Length, minutes.Length > 0 ? Quantile.Of(minutes, 0.5) : null, minutes.Sum(),
            measured.DistinctBy(static b => b.In.AtTitle.Id, StringComparer.Ordinal).Sum(static b => b.In.Course.Resolved!.Minute),
            measured.Sum(static b => b.Minutes!.Value),
            NamedCount.Of(first.Select(static b => b.In.Cause)),
            NamedCount.Of(first.SelectMany(static b => b.In.Symptoms)),
            [.. first.Select(static b => b.In.At(b.Path.Line))]);
    }
}

/// <summary>A wrong path.</summary>
/// <param name="Hypothesis">What was blamed; null when the text is not clear.</param>
/// <param name="MinutesLost">What it cost; null when not known.</param>
/// <param name="Line">The line that tells of it, from 1; null when not known.</param>
internal sealed record WrongPath(string? Hypothesis, double? MinutesLost, int? Line);

/// <summary>A wrong path with its incident.</summary>
internal sealed record Blame(ReviewedIncident In, WrongPath Path)
{
    /// <summary>Minutes lost, never more than the incident lasted; null when not known or when the times contradict each other.</summary>
    public double? Minutes { get; } = In.Course.IsContradictory || Path.MinutesLost is not { } lost ? null : Math.Min(lost, In.Course.Resolved?.Minute ?? lost);
}

/// <summary>How often a name occurs.</summary>
/// <param name="Name">The name.</param>
/// <param name="Count">How often.</param>
public sealed record NamedCount(string Name, int Count)
{
    internal static ImmutableArray<NamedCount> Of(IEnumerable<string> names) =>
    [
        .. names
            .CountBy(static n => n, StringComparer.Ordinal)
            .Select(static same => new NamedCount(same.Key, same.Value))
            .OrderByDescending(static n => n.Count)
            .ThenBy(static n => n.Name, StringComparer.Ordinal)
    ];
}
