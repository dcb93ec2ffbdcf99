namespace PostmortemInsights.Classifying;

/// <summary>A word of a text, brought to its stem.</summary>
/// <param name="Stem">The number of its stem.</param>
/// <param name="Start">Offset of the first character.</param>
/// <param name="End">Offset after the last character.</param>
/// <param name="Opens">True when a sentence or a line begins with it.</param>
internal readonly record struct Word(int Stem, int Start, int End, bool Opens);

/// <summary>A run of words that belong to one sentence or line.</summary>
internal readonly record struct Sentence(int First, int Length)
{
    public static IEnumerable<Sentence> Of(List<Word> words)
    {
        for (int first = 0, next; first < words.Count; first = next)
        {
            for (next = first + 1; next < words.Count && !words[next].Opens;)
                next++;
            yield return new(first, next - first);
        }
    }
}

/// <summary>Cuts text into words: runs of letters and digits.</summary>
internal static class Words
{
    private const int MeanLength = 6;
    private const string SentenceEnds = ".!?;\n|";

    /// <summary>The words of a stretch of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Offset of the first character.</param>
    /// <param name="end">Offset after the last character.</param>
    /// <param name="number">Gives the number of a word's stem.</param>
    public static List<Word> Read(string text, int start, int end, Func<ReadOnlySpan<char>, int> number)
    {
        var words = new List<Word>((end - start) / MeanLength);
        var opens = true;
        for (var at = start; at < end;)
        {
            var stop = at;
            while (stop < end && IsLetter(text[stop]))
                stop++;
            if (stop == at)
            {
                opens |= EndsSentence(text, at);
                at++;
                continue;
            }

            words.Add(new Word(number(text.AsSpan(at, stop - at)), at, stop, opens));
            opens = false;
            at = stop;
        }

        return words;
    }

    /// <summary>The stem of a word, in lower case.</summary>
    public static string StemOf(ReadOnlySpan<char> word) => Stem(word.ToString().ToLowerInvariant().Replace("'", "", StringComparison.Ordinal));

    private static bool IsLetter(char c) => char.IsLetterOrDigit(c) || c is '\'' or '’';

    // The full stop in nginx.conf or 2.1 ends nothing.
    private static bool EndsSentence(string text, int at) =>
        SentenceEnds.Contains(text[at], StringComparison.Ordinal) && (text[at] != '.' || at + 1 >= text.Length || char.IsWhiteSpace(text[at + 1]));

    // A light stemmer: the endings that the forms of one technical word differ by.
    private static string Stem(string word)
    {
        foreach (var (ending, by, least) in Endings)
        {
            if (word.Length >= ending.Length + least && word.EndsWith(ending, StringComparison.Ordinal))
                return Undouble(word[..^ending.Length] + by);
        }

        return word;
    }

    private static readonly (string Ending, string By, int Least)[] Endings =
    [
        ("urations", "ur", 4), ("uration", "ur", 4), ("izations", "iz", 3), ("ization", "iz", 3), ("ations", "at", 3), ("ation", "at", 3),
        ("ities", "ity", 3), ("ness", "", 4), ("ments", "ment", 3), ("ions", "", 4), ("ion", "", 4), ("ings", "", 4), ("ing", "", 3),
        ("ies", "y", 2), ("sses", "ss", 2), ("ches", "ch", 2), ("shes", "sh", 2), ("xes", "x", 2), ("ied", "y", 3), ("ed", "", 3), ("es", "", 4), ("ss", "ss", 1), ("us", "us", 1), ("is", "is", 1), ("s", "", 3), ("e", "", 4),
    ];

    private static string Undouble(string stem) =>
        stem.Length > 3 && stem[^1] == stem[^2] && !"lsz".Contains(stem[^1], StringComparison.Ordinal) ? stem[..^1] : stem;
}
