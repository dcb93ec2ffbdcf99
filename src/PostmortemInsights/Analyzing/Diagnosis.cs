using System.Collections.Immutable;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Analyzing;

/// <summary>A past incident that resembles some symptoms.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Score">How well it meets them; only the ratio to the others' scores counts.</param>
public sealed record Neighbour(Incident Incident, double Score);

/// <summary>What past incidents that looked like some symptoms turned out to be, what misled people, what fixed it, who was called.</summary>
/// <param name="Nearest">The incidents that were weighed, the nearest first; the findings cite them by their place here.</param>
/// <param name="Causes">What it was: the weight of each primary cause; the weights add up to 1.</param>
/// <param name="RuleOut">Wrong turns that were taken, the weightiest first.</param>
/// <param name="Fixes">What fixed it; an incident may have had several fixes.</param>
/// <param name="Escalations">To whom it was raised; an incident may have been raised to several.</param>
/// <param name="Caveats">Why the findings should not be relied on; empty when they may.</param>
public sealed record Diagnosis(
    ImmutableArray<Neighbour> Nearest, ImmutableArray<Finding> Causes, ImmutableArray<Suspect> RuleOut,
    ImmutableArray<Finding> Fixes, ImmutableArray<Finding> Escalations, ImmutableArray<string> Caveats)
{
    /// <summary>How many hits a search should give for a diagnosis: more than are weighed, because some documents report no incident.</summary>
    public const int SearchDepth = 20;

    private const int MostNeighbours = 10;
    private const double LeastRelativeScore = 0.6;

    /// <summary>Weighs the incidents that resemble the symptoms, each by its score.</summary>
    /// <param name="found">What a search for the symptoms found, the best first.</param>
    public static Diagnosis From(IEnumerable<Neighbour> found)
    {
        ArgumentNullException.ThrowIfNull(found);
        ImmutableArray<Neighbour> nearest = [.. Near(found)];
        var weighed = new Weighing(nearest);
        var causes = weighed.Findings(static incident => [new Told(Weighing.CauseOf(incident), incident.RootCause)]);
        return new Diagnosis(
            nearest,
            causes,
            Suspect.Of(weighed),
            weighed.Findings(FixesOf),
            weighed.Findings(Escalation.Of),
            [.. CaveatsOf(weighed, causes)]);
    }

    private static IEnumerable<Neighbour> Near(IEnumerable<Neighbour> found)
    {
        var postmortems = found.Where(neighbour => neighbour.Incident.IsPostmortem).Take(MostNeighbours).ToList();
        return postmortems.Where(neighbour => neighbour.Score >= LeastRelativeScore * postmortems[0].Score);
    }

    private static IEnumerable<Told> FixesOf(Incident incident)
    {
        if (incident.Resolution is not { } resolution)
            return [];
        var first = resolution.Split('\n')[0];
        return FixKinds.Of(first).Select(kind => new Told(kind, first));
    }

    private static IEnumerable<string> CaveatsOf(Weighing weighed, ImmutableArray<Finding> causes)
    {
        if (weighed.Count == 0)
            yield break;
        if (weighed.EffectiveCount < 3)
            yield return weighed.Count == 1
                ? "Only one past incident resembles this: read it, and do not take its cause for yours."
                : $"Only few past incidents resemble this closely (of {weighed.Count}): read them rather than the shares.";
        if (causes[0].Weight < 0.4)
            yield return "No cause stands out among them.";
        else if (!Categories.IsKnown(causes[0].What))
            yield return "Most of them do not tell their cause.";
    }
}

/// <summary>Something that several incidents tell.</summary>
/// <param name="What">What they tell: a category, a kind of fix, a team.</param>
/// <param name="Weight">The share of the weight of all nearest incidents that tell it, 0 to 1.</param>
/// <param name="Behind">The incidents that tell it, the nearest first.</param>
public sealed record Finding(string What, double Weight, ImmutableArray<Citation> Behind);

/// <summary>An incident behind a finding.</summary>
/// <param name="Neighbour">Its place among the nearest, from 0.</param>
/// <param name="Text">Its words; null when it has none of its own.</param>
public sealed record Citation(int Neighbour, string? Text);

/// <summary>Something that an incident tells, with the words that tell it.</summary>
internal readonly record struct Told(string What, string? Text);

/// <summary>The nearest incidents with their weights, which add up to 1.</summary>
internal sealed class Weighing(ImmutableArray<Neighbour> nearest)
{
    private readonly double total = nearest.Sum(static neighbour => neighbour.Score);

    public int Count => nearest.Length;

    public ImmutableArray<Neighbour> Nearest => nearest;

    /// <summary>How many incidents of equal weight would say as much (Kish, "Survey Sampling", 1965).</summary>
    public double EffectiveCount => Count == 0 ? 0 : total * total / nearest.Sum(static neighbour => neighbour.Score * neighbour.Score);

    public static string CauseOf(Incident incident) => incident.Causes.IsEmpty ? Categories.Unknown : incident.Causes[0].Category;

    public double WeightOf(int neighbour) => total > 0 ? nearest[neighbour].Score / total : 1.0 / Count;

    /// <summary>What the incidents tell, the weightiest first.</summary>
    public ImmutableArray<Finding> Findings(Func<Incident, IEnumerable<Told>> tell) =>
    [
        .. Enumerable.Range(0, Count)
            .SelectMany(at => tell(nearest[at].Incident)
                .DistinctBy(static told => told.What, StringComparer.Ordinal)
                .Select(told => (told.What, Citation: new Citation(at, told.Text))))
            .GroupBy(static told => told.What, static told => told.Citation, StringComparer.Ordinal)
            .Select(same => new Finding(same.Key, same.Sum(citation => WeightOf(citation.Neighbour)), [.. same]))
            .OrderByDescending(static finding => finding.Weight)
    ];
}
