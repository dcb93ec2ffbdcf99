namespace PostmortemInsights.Classifying;

/// <summary>The phrases of <c>negations.txt</c>, which take a cue back: "not due to a …", "… was ruled out".</summary>
internal sealed class Negations
{
    private const string ListName = "Classifying/negations.txt";
    private const char AfterMark = '>';
    private const int WordsBetween = 1;
    private const int Reach = 8;

    private readonly Dictionary<string, Phrase[]> before;
    private readonly Dictionary<string, Phrase[]> after;

    private Negations(IEnumerable<Phrase> before, IEnumerable<Phrase> after)
    {
        this.before = By(static p => p.Parts[0][^1], before);
        this.after = By(static p => p.First, after);
    }

    public static Negations Read()
    {
        var lines = EmbeddedText.Lines(ListName).ToLookup(l => l[0] == AfterMark, Phrase.Read);
        return new(lines[false], lines[true]);
    }

    /// <summary>Whether the text takes back what its words from <paramref name="first"/> on say.</summary>
    public bool Negate(List<Word> words, int first, int length) => StandsBefore(words, first) || StandsAfter(words, first + length);

    private bool StandsBefore(List<Word> words, int first)
    {
        for (var end = first; end >= Math.Max(1, first - WordsBetween) && !words[end].Opens; end--)
        {
            if (before.TryGetValue(words[end - 1].Stem, out var phrases) && Array.Exists(phrases, p => end >= p.Parts[0].Length && p.LengthAt(words, end - p.Parts[0].Length) > 0))
                return true;
        }

        return false;
    }

    private bool StandsAfter(List<Word> words, int next)
    {
        for (var at = next; at < Math.Min(words.Count, next + Reach) && !words[at].Opens; at++)
        {
            if (after.TryGetValue(words[at].Stem, out var phrases) && Array.Exists(phrases, p => p.LengthAt(words, at) > 0))
                return true;
        }

        return false;
    }

    private static Dictionary<string, Phrase[]> By(Func<Phrase, string> word, IEnumerable<Phrase> phrases) =>
        phrases.GroupBy(word, StringComparer.Ordinal).ToDictionary(static g => g.Key, static g => g.ToArray(), StringComparer.Ordinal);
}
