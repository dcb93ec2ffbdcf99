using PostmortemInsights.Indexing.Words;

namespace PostmortemInsights.Analyzing.Wording;

/// <summary>The words of a sentence as stems, stop words among them: <c>no</c>, <c>first</c> and <c>own</c> tell what is to be done.</summary>
internal static class Stems
{
    private const char Degree = '°';
    private const string Not = "not";
    private const int NegationEnd = 2;
    private const int LongestOnStack = 64;

    private static readonly string DegreeStem = EnglishStemmer.Stem("degree");
    private static readonly WordMemory<string> Known = new(EnglishStemmer.Stem);

    /// <summary>The stems in order; digits count as words, <c>don't</c> is <c>do not</c>, and <c>°</c> is <c>degree</c>.</summary>
    public static List<string> Of(ReadOnlySpan<char> text)
    {
        var stems = new List<string>(1 + text.Count(' '));
        for (var at = 0; at < text.Length;)
        {
            var word = WordAt(text[at..]);
            at += Math.Max(1, word.Length);
            if (IsNegated(word, text[at..]))
            {
                AddStem(stems, word[..^1]);
                stems.Add(Not);
                at += NegationEnd;
            }
            else
            {
                AddStem(stems, word);
            }
        }

        return stems;
    }

    private static ReadOnlySpan<char> WordAt(ReadOnlySpan<char> text)
    {
        if (text[0] == Degree)
            return text[..1];
        var length = 0;
        while (length < text.Length && char.IsLetterOrDigit(text[length]))
            length++;
        return text[..length];
    }

    /// <summary>Whether <c>n</c> ends the word and <c>'t</c> follows.</summary>
    private static bool IsNegated(ReadOnlySpan<char> word, ReadOnlySpan<char> rest) =>
        word is [.., 'n' or 'N'] && rest is ['\'' or '’', 't' or 'T', ..];

    private static void AddStem(List<string> stems, ReadOnlySpan<char> word)
    {
        if (word is [Degree])
            stems.Add(DegreeStem);
        else if (word.Length > 0)
            stems.Add(Known.Of(Lower(word, stackalloc char[LongestOnStack])));
    }

    private static ReadOnlySpan<char> Lower(ReadOnlySpan<char> word, Span<char> buffer)
    {
        var lower = word.Length <= buffer.Length ? buffer[..word.Length] : new char[word.Length];
        word.ToLowerInvariant(lower);
        return lower;
    }
}
