using System.Collections.Immutable;

namespace PostmortemInsights.Classifying;

/// <summary>A cue of a category, found in a text.</summary>
/// <param name="Category">The category's place in its facet.</param>
/// <param name="First">Index of its first word.</param>
/// <param name="Length">Number of words from its first to its last.</param>
/// <param name="Weight">How much it counts.</param>
/// <param name="Names">Whether a name of the category is in it, not just a word that hints at it.</param>
internal readonly record struct CueHit(int Category, int First, int Length, double Weight, bool Names);

/// <summary>Finds the cues of one facet's categories in words.</summary>
internal sealed class CueFinder
{
    private const double NameWeight = 3;
    private const double PhraseWeight = 1.5;
    private const double WordWeight = 1;

    private readonly Dictionary<string, List<(Phrase Cue, int Category, double Weight, bool Names)>> byFirst = new(StringComparer.Ordinal);

    public CueFinder(ImmutableArray<Category> categories)
    {
        for (var i = 0; i < categories.Length; i++)
        {
            var names = categories[i].Names.Select(Phrase.Read).ToList();
            var cues = categories[i].Cues.Select(Phrase.Read).Select(p => (Phrase: p, Weight: p.IsPhrase ? PhraseWeight : WordWeight));
            foreach (var (phrase, weight) in names.Select(static n => (Phrase: n, Weight: NameWeight)).Concat(cues).Where(p => p.Phrase.Parts.Length > 0).DistinctBy(p => p.Phrase.ToString()))
                Add(phrase, i, weight, names.Exists(phrase.Contains));
        }
    }

    private void Add(Phrase phrase, int category, double weight, bool names)
    {
        if (!byFirst.TryGetValue(phrase.First, out var entries))
            byFirst.Add(phrase.First, entries = []);
        entries.Add((phrase, category, weight, names));
    }

    /// <summary>The cues that stand in <paramref name="words"/>, without those inside a longer one and those that the text takes back.</summary>
    public List<CueHit> Find(List<Word> words)
    {
        var hits = new List<CueHit>();
        var covered = 0;
        for (var at = 0; at < words.Count; at++)
        {
            var before = hits.Count;
            var length = AddLongest(words, at, hits);
            if (length > 0 && (at + length <= covered || Surroundings.Negations.Value.Surround(words, at, length)))
                hits.RemoveRange(before, hits.Count - before);
            covered = Math.Max(covered, at + length);
        }

        return hits;
    }

    // The length of the longest cues that begin here, which several categories can share; 0 for most words.
    private int AddLongest(List<Word> words, int at, List<CueHit> hits)
    {
        if (!byFirst.TryGetValue(words[at].Stem, out var entries))
            return 0;
        var (before, longest) = (hits.Count, 0);
        foreach (var (cue, category, weight, names) in entries)
        {
            var length = cue.LengthAt(words, at);
            if (length == 0 || length < longest)
                continue;
            if (length > longest)
                hits.RemoveRange(before, hits.Count - before);
            longest = length;
            hits.Add(new(category, at, length, weight, names));
        }

        return longest;
    }
}
