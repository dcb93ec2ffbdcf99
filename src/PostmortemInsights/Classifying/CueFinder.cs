using System.Collections.Immutable;

namespace PostmortemInsights.Classifying;

/// <summary>A cue of a category, found in a text.</summary>
/// <param name="Category">The category's place in its facet.</param>
/// <param name="First">Index of its first word.</param>
/// <param name="Length">Number of words from its first to its last.</param>
/// <param name="IsPhrase">Whether it is more than one word.</param>
internal readonly record struct CueHit(int Category, int First, int Length, bool IsPhrase);

/// <summary>Finds the cues of one facet's categories in words.</summary>
internal sealed class CueFinder
{
    private static readonly Lazy<Negations> Negations = new(Classifying.Negations.Read);
    private readonly Dictionary<string, List<(Phrase Cue, int Category)>> byFirst = new(StringComparer.Ordinal);

    public CueFinder(ImmutableArray<Category> categories)
    {
        for (var i = 0; i < categories.Length; i++)
        {
            foreach (var cue in categories[i].Cues.Select(Phrase.Read).Where(p => p.Parts.Length > 0).DistinctBy(p => p.ToString()))
            {
                if (!byFirst.TryGetValue(cue.First, out var entries))
                    byFirst.Add(cue.First, entries = []);
                entries.Add((cue, i));
            }
        }
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

    // Several categories can share a cue.
    private List<CueHit> Longest(IReadOnlyList<Word> words, int at)
    {
        var hits = new List<CueHit>();
        foreach (var (cue, category) in byFirst.GetValueOrDefault(words[at].Stem) ?? [])
        {
            var length = cue.LengthAt(words, at);
            if (length == 0 || (hits.Count > 0 && length < hits[0].Length))
                continue;
            if (hits.Count > 0 && length > hits[0].Length)
                hits.Clear();
            hits.Add(new(category, at, length, cue.IsPhrase));
        }

        return hits;
    }
}
