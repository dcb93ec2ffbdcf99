using System.Collections.Immutable;

namespace PostmortemInsights.Classifying;

/// <summary>A cue of a category, found in a text.</summary>
/// <param name="Category">The category's place in its facet.</param>
/// <param name="Cue">The cue's stems with blanks between.</param>
/// <param name="First">Index of its first word.</param>
/// <param name="Length">Number of its words.</param>
internal readonly record struct CueHit(int Category, string Cue, int First, int Length);

/// <summary>Finds the cues of one facet's categories in words.</summary>
internal sealed class CueFinder
{
    private static readonly Lazy<Negations> Negations = new(Classifying.Negations.Read);
    private readonly Dictionary<string, List<(string[] Stems, int Category)>> byFirst = new(StringComparer.Ordinal);

    public CueFinder(ImmutableArray<Category> categories)
    {
        for (var i = 0; i < categories.Length; i++)
        {
            foreach (var stems in categories[i].Cues.Select(c => Words.Stems(c).ToArray()).Where(s => s.Length > 0).DistinctBy(s => string.Join(' ', s)))
            {
                if (!byFirst.TryGetValue(stems[0], out var entries))
                    byFirst.Add(stems[0], entries = []);
                entries.Add((stems, i));
            }
        }
    }

    /// <summary>The cues that stand in <paramref name="words"/>, without those inside a longer one and those that the text takes back.</summary>
    public IEnumerable<CueHit> Find(IReadOnlyList<Word> words)
    {
        var covered = 0;
        for (var at = 0; at < words.Count; at++)
        {
            if (!byFirst.TryGetValue(words[at].Stem, out var entries))
                continue;
            var here = entries.Where(e => StandsAt(words, at, e.Stems)).ToList();
            if (here.Count == 0)
                continue;
            var longest = here.Max(e => e.Stems.Length);
            if (at + longest <= covered)
                continue;
            covered = at + longest;
            if (Negations.Value.Negates(words, at, longest))
                continue;
            foreach (var (stems, category) in here.Where(e => e.Stems.Length == longest))
                yield return new CueHit(category, string.Join(' ', stems), at, longest);
        }
    }

    internal static bool StandsAt(IReadOnlyList<Word> words, int at, string[] stems)
    {
        if (at < 0 || at + stems.Length > words.Count)
            return false;
        for (var i = 0; i < stems.Length; i++)
        {
            if (words[at + i].Stem != stems[i] || (i > 0 && words[at + i].Opens))
                return false;
        }

        return true;
    }
}

/// <summary>The phrases of <c>negations.txt</c>.</summary>
internal sealed class Negations(IReadOnlyList<string[]> before, IReadOnlyList<string[]> after)
{
    private const int Between = 1;
    private const int Reach = 8;

    public static Negations Read()
    {
        var lines = EmbeddedText.Lines("Classifying/negations.txt").ToList();
        return new(
            [.. lines.Where(l => l[0] != '>').Select(l => Words.Stems(l).ToArray())],
            [.. lines.Where(l => l[0] == '>').Select(l => Words.Stems(l).ToArray())]);
    }

    public bool Negates(IReadOnlyList<Word> words, int first, int length) => StandsBefore(words, first) || StandsAfter(words, first + length);

    private bool StandsBefore(IReadOnlyList<Word> words, int first)
    {
        for (var gap = 0; gap <= Between && first - gap >= 0 && (first - gap == words.Count || !words[first - gap].Opens); gap++)
        {
            if (before.Any(p => CueFinder.StandsAt(words, first - gap - p.Length, p)))
                return true;
        }

        return false;
    }

    private bool StandsAfter(IReadOnlyList<Word> words, int next)
    {
        for (var at = next; at < Math.Min(words.Count, next + Reach) && !words[at].Opens; at++)
        {
            if (after.Any(p => CueFinder.StandsAt(words, at, p)))
                return true;
        }

        return false;
    }
}
