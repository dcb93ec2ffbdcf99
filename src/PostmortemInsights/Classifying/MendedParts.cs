using System.Collections.Immutable;

namespace PostmortemInsights.Classifying;

/// <summary>
/// The components that the fix put right, by their names, and that the cause names as well: <c>reverted the firewall rule</c>. There it broke,
/// however much more the story speaks of what that took with it.
/// </summary>
internal sealed class MendedParts(Stems stems)
{
    /// <summary>How often that is right, by Laplace's rule of succession: in all 29 places in labelled real reports.</summary>
    public const double Probability = 30.0 / 31;

    private readonly Surroundings mending = Surroundings.Mending(stems);

    /// <summary>Such components.</summary>
    /// <param name="zones">The words of a text.</param>
    /// <param name="hits">The components' cues in each zone.</param>
    public IEnumerable<Candidate> Find(ImmutableArray<ZonedWords> zones, ImmutableArray<List<CueHit>> hits)
    {
        var named = Enumerable.Range(0, zones.Length).Where(i => zones[i].Zone == Zone.Cause).SelectMany(i => hits[i].Where(static h => h.Names)).Select(static h => h.Category).ToHashSet();
        var mended = Enumerable.Range(0, zones.Length).Where(i => zones[i].Zone == Zone.Resolution).SelectMany(i => hits[i].Where(h => h.Names && IsMended(zones[i].Words, h)));
        return mended.Select(static h => h.Category).Where(named.Contains).Distinct().Select(static c => new Candidate(c, Probability));
    }

    private bool IsMended(List<Word> words, CueHit hit) => mending.Surround(words, hit.First, hit.Length);
}
