namespace PostmortemInsights.Classifying;

/// <summary>The phrases of <c>negations.txt</c>, which take a cue back: "not due to a …", "… was ruled out".</summary>
internal sealed class Negations(IReadOnlyList<Phrase> before, IReadOnlyList<Phrase> after)
{
    private const string ListName = "Classifying/negations.txt";
    private const char AfterMark = '>';
    private const int WordsBetween = 1;
    private const int Reach = 8;

    public static Negations Read()
    {
        var lines = EmbeddedText.Lines(ListName).ToLookup(l => l[0] == AfterMark, Phrase.Read);
        return new([.. lines[false]], [.. lines[true]]);
    }

    /// <summary>Whether the text takes back what its words from <paramref name="first"/> on say.</summary>
    public bool Negate(IReadOnlyList<Word> words, int first, int length) => StandsBefore(words, first) || StandsAfter(words, first + length);

    private bool StandsBefore(IReadOnlyList<Word> words, int first)
    {
        for (var end = first; end >= Math.Max(1, first - WordsBetween) && !words[end].Opens; end--)
        {
            if (before.Any(p => end >= p.Parts[0].Length && p.LengthAt(words, end - p.Parts[0].Length) > 0))
                return true;
        }

        return false;
    }

    private bool StandsAfter(IReadOnlyList<Word> words, int next)
    {
        for (var at = next; at < Math.Min(words.Count, next + Reach) && !words[at].Opens; at++)
        {
            if (after.Any(p => p.LengthAt(words, at) > 0))
                return true;
        }

        return false;
    }
}
