using System.Collections.Immutable;
using PostmortemInsights.Analyzing.Statistics;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Analyzing;

/// <summary>A hypothesis that misled people before, with what it cost them.</summary>
/// <param name="Hypothesis">What was blamed; <c>unknown</c> when the texts do not say it clearly.</param>
/// <param name="Weight">The share of the weight of all nearest incidents where it was, 0 to 1.</param>
/// <param name="MedianMinutes">Median of the minutes lost on it, over the wrong turns whose cost is known; null when none is.</param>
/// <param name="TotalMinutes">Their sum.</param>
/// <param name="Timed">How many wrong turns those are.</param>
/// <param name="Turns">How many wrong turns there were in all.</param>
/// <param name="TurnedOutToBe">The primary causes of those incidents, the most frequent first.</param>
/// <param name="Behind">The passages that tell it, one or more an incident, the nearest incident first.</param>
public sealed record Suspect(
    string Hypothesis, double Weight, double? MedianMinutes, double TotalMinutes, int Timed, int Turns,
    ImmutableArray<NamedCount> TurnedOutToBe, ImmutableArray<Citation> Behind)
{
    internal static ImmutableArray<Suspect> Of(Weighing weighed) =>
    [
        .. Enumerable.Range(0, weighed.Count)
            .SelectMany(at => weighed.Nearest[at].Incident.MisleadingPaths.Select(path => (At: at, Path: path)))
            .GroupBy(static turn => turn.Path.Hypothesis ?? Categories.Unknown, StringComparer.Ordinal)
            .Select(same => Of(same.Key, [.. same], weighed))
            .OrderBy(static suspect => !Categories.IsKnown(suspect.Hypothesis))
            .ThenByDescending(static suspect => suspect.Weight)
            .ThenBy(static suspect => suspect.Hypothesis, StringComparer.Ordinal)
    ];

    private static Suspect Of(string hypothesis, ImmutableArray<(int At, MisleadingPath Path)> turns, Weighing weighed)
    {
        double[] minutes = [.. turns.Select(turn => turn.Path.MinutesLost).OfType<double>().Order()];
        var incidents = turns.Select(turn => turn.At).Distinct().ToList();
        return new Suspect(
            hypothesis,
            incidents.Sum(weighed.WeightOf),
            minutes.Length > 0 ? Quantile.Of(minutes, 0.5) : null,
            minutes.Sum(),
            minutes.Length,
            turns.Length,
            NamedCount.Of(incidents.Select(at => Weighing.CauseOf(weighed.Nearest[at].Incident))),
            [.. turns.Select(turn => new Citation(turn.At, turn.Path.Text))]);
    }
}
