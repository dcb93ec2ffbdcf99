namespace PostmortemInsights.Classifying;

/// <summary>Phrases that say something of a cue by standing around it, from an embedded list: those in front of it and, marked with
/// <c>></c>, those after it in the same sentence.</summary>
/// <param name="list">The path of the list below the library's folder.</param>
/// <param name="between">So many words may stand between a phrase in front and the cue.</param>
/// <param name="reach">So many words after the cue a phrase may begin.</param>
internal sealed class Surroundings(string list, int between, int reach)
{
    private const char AfterMark = '>';

    private readonly Dictionary<string, Phrase[]> before = By(static p => p.Parts[0][^1], Lines(list, after: false));
    private readonly Dictionary<string, Phrase[]> after = By(static p => p.First, Lines(list, after: true));

    /// <summary>What takes a cue back: "not due to a …", "… was ruled out".</summary>
    public static Lazy<Surroundings> Negations { get; } = new(static () => new("Classifying/negations.txt", between: 1, reach: 7));

    /// <summary>What tells that a thing was put right: "reverted the …", "… was renewed".</summary>
    public static Lazy<Surroundings> Mending { get; } = new(static () => new("Classifying/mending.txt", between: 2, reach: 2));

    /// <summary>Whether one of them stands around the words from <paramref name="first"/> on.</summary>
    public bool Surround(List<Word> words, int first, int length) => StandsBefore(words, first) || StandsAfter(words, first + length);

    private bool StandsBefore(List<Word> words, int first)
    {
        for (var end = first; end >= Math.Max(1, first - between) && !words[end].Opens; end--)
        {
            if (before.TryGetValue(words[end - 1].Stem, out var phrases) && Array.Exists(phrases, p => end >= p.Parts[0].Length && p.LengthAt(words, end - p.Parts[0].Length) > 0))
                return true;
        }

        return false;
    }

    private bool StandsAfter(List<Word> words, int next)
    {
        for (var at = next; at <= Math.Min(words.Count - 1, next + reach) && !words[at].Opens; at++)
        {
            if (after.TryGetValue(words[at].Stem, out var phrases) && Array.Exists(phrases, p => p.LengthAt(words, at) > 0))
                return true;
        }

        return false;
    }

    private static IEnumerable<Phrase> Lines(string list, bool after) => EmbeddedText.Lines(list).Where(l => l[0] == AfterMark == after).Select(Phrase.Read);

    private static Dictionary<string, Phrase[]> By(Func<Phrase, string> word, IEnumerable<Phrase> phrases) =>
        phrases.GroupBy(word, StringComparer.Ordinal).ToDictionary(static g => g.Key, static g => g.ToArray(), StringComparer.Ordinal);
}
