using System.Collections.Immutable;
using PostmortemInsights.Analyzing.Statistics;
using PostmortemInsights.Classifying;
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
    ImmutableArray<string> TurnedOutToBe, ImmutableArray<Citation> Behind)
{
    internal static ImmutableArray<Suspect> Of(Weighing weighed) =>
    [
        .. from at in Enumerable.Range(0, weighed.Count)
           from path in weighed.Nearest[at].Incident.MisleadingPaths
           group (At: at, Path: path) by path.Hypothesis ?? Taxonomy.Unknown into same
           let suspect = Of(same.Key, [.. same], weighed)
           orderby suspect.Hypothesis == Taxonomy.Unknown, suspect.Weight descending, suspect.Hypothesis
           select suspect
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
            CausesOf(incidents.Select(at => weighed.Nearest[at].Incident)),
            [.. turns.Select(turn => new Citation(turn.At, turn.Path.Text))]);
    }

    private static ImmutableArray<string> CausesOf(IEnumerable<Incident> incidents) =>
    [
        .. from incident in incidents
           group incident by Weighing.CauseOf(incident) into same
           orderby same.Count() descending, same.Key
           select same.Key
    ];
}
