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

    private readonly ByStem<Cue> cues;
    private readonly Surroundings negations;

    /// <summary>Finds the cues of these categories; <paramref name="stems"/> know their words from now on.</summary>
    public CueFinder(ImmutableArray<Category> categories, Stems stems)
    {
        cues = new(categories.SelectMany((category, place) => CuesOf(category, place, stems)).Select(static cue => (cue.Phrase.First, cue)));
        negations = Surroundings.Negations(stems);
    }

    private static IEnumerable<Cue> CuesOf(Category category, int place, Stems stems)
    {
        var names = category.Names.SelectMany(NamedKinds.Fill).Select(n => Phrase.Read(n, stems)).ToList();
        var hints = category.Cues.SelectMany(NamedKinds.Fill).Select(c => Phrase.Read(c, stems)).Select(static p => (Phrase: p, Weight: p.IsPhrase ? PhraseWeight : WordWeight));
        return names.Select(static n => (Phrase: n, Weight: NameWeight)).Concat(hints).Where(static p => p.Phrase.Parts.Length > 0)
            .DistinctBy(static p => p.Phrase.ToString()).Select(p => new Cue(p.Phrase, place, p.Weight, names.Exists(p.Phrase.Contains)));
    }

    /// <summary>The cues that stand in <paramref name="words"/>, without those inside a longer one and those that the text takes back.</summary>
    public List<CueHit> Find(List<Word> words)
    {
        var hits = new List<CueHit>();
        var covered = 0;
        for (var at = 0; at < words.Count; at++)
        {
            var listed = cues[words[at].Stem];
            if (listed.IsEmpty)
                continue;
            var before = hits.Count;
            var length = AddLongest(listed, words, at, hits);
            if (length > 0 && (at + length <= covered || negations.Surround(words, at, length)))
                hits.RemoveRange(before, hits.Count - before);
            covered = Math.Max(covered, at + length);
        }

        return hits;
    }

    // The length of the longest cues that begin here, which several categories can share.
    private static int AddLongest(ReadOnlySpan<Cue> listed, List<Word> words, int at, List<CueHit> hits)
    {
        var (before, longest) = (hits.Count, 0);
        foreach (var (phrase, category, weight, names) in listed)
        {
            var length = phrase.LengthAt(words, at);
            if (length == 0 || length < longest)
                continue;
            if (length > longest)
                hits.RemoveRange(before, hits.Count - before);
            longest = length;
            hits.Add(new(category, at, length, weight, names));
        }

        return longest;
    }

    private sealed record Cue(Phrase Phrase, int Category, double Weight, bool Names);
}
