using System.Collections.Immutable;

namespace PostmortemInsights.Classifying;

/// <summary>A cue of a category, found in a text.</summary>
/// <param name="Category">The category's place in its facet.</param>
/// <param name="First">Index of its first word.</param>
/// <param name="Length">Number of words from its first to its last.</param>
/// <param name="Weight">How much it counts.</param>
internal readonly record struct CueHit(int Category, int First, int Length, double Weight);

/// <summary>Finds the cues of one facet's categories in words.</summary>
internal sealed class CueFinder
{
    private static readonly Lazy<Negations> Negations = new(Classifying.Negations.Read);
    private static readonly List<CueHit> None = [];
    private const double NameWeight = 3;
    private const double PhraseWeight = 1.5;
    private const double WordWeight = 1;

    private readonly Dictionary<string, List<(Phrase Cue, int Category, double Weight)>> byFirst = new(StringComparer.Ordinal);

    public CueFinder(ImmutableArray<Category> categories)
    {
        for (var i = 0; i < categories.Length; i++)
        {
            var names = categories[i].Names.Select(n => (Phrase: Phrase.Read(n), Weight: NameWeight));
            var cues = categories[i].Cues.Select(Phrase.Read).Select(p => (Phrase: p, Weight: p.IsPhrase ? PhraseWeight : WordWeight));
            foreach (var (phrase, weight) in names.Concat(cues).Where(p => p.Phrase.Parts.Length > 0).DistinctBy(p => p.Phrase.ToString()))
                Add(phrase, i, weight);
        }
    }

    private void Add(Phrase phrase, int category, double weight)
    {
        if (!byFirst.TryGetValue(phrase.First, out var entries))
            byFirst.Add(phrase.First, entries = []);
        entries.Add((phrase, category, weight));
    }

    /// <summary>The cues that stand in <paramref name="words"/>, without those inside a longer one and those that the text takes back.</summary>
    public IEnumerable<CueHit> Find(IReadOnlyList<Word> words)
    {
        var covered = 0;
        for (var at = 0; at < words.Count; at++)
        {
            var longest = Longest(words, at);
            if (longest.Count == 0 || at + longest[0].Length <= covered)
                continue;
            covered = at + longest[0].Length;
            if (Negations.Value.Negate(words, at, longest[0].Length))
                continue;
            foreach (var hit in longest)
                yield return hit;
        }
    }

    // Several categories can share a cue; most words begin none.
    private List<CueHit> Longest(IReadOnlyList<Word> words, int at)
    {
        if (!byFirst.TryGetValue(words[at].Stem, out var entries))
            return None;
        var hits = new List<CueHit>();
        foreach (var (cue, category, weight) in entries)
        {
            var length = cue.LengthAt(words, at);
            if (length == 0 || (hits.Count > 0 && length < hits[0].Length))
                continue;
            if (hits.Count > 0 && length > hits[0].Length)
                hits.Clear();
            hits.Add(new(category, at, length, weight));
        }

        return hits;
    }
}
