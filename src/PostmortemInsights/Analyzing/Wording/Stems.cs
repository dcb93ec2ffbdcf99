using PostmortemInsights.Indexing.Words;

namespace PostmortemInsights.Analyzing.Wording;

/// <summary>The words of a sentence as stems, stop words among them: <c>no</c>, <c>first</c> and <c>own</c> tell what is to be done.</summary>
internal static class Stems
{
    private static readonly WordMemory<string> Known = new(static word => EnglishStemmer.Stem(word.ToString()));

    /// <summary>The stems in order; digits count as words, and <c>don't</c> is <c>do not</c>.</summary>
    public static List<string> Of(string text)
    {
        var spelled = Spell(text);
        var stems = new List<string>(CountWords(spelled));
        for (var start = 0; start < spelled.Length; start++)
        {
            var end = start;
            while (end < spelled.Length && char.IsLetterOrDigit(spelled[end]))
                end++;
            if (end > start)
                stems.Add(Known.Of(spelled.AsSpan(start, end - start)));
            start = end;
        }

        return stems;
    }

    private static int CountWords(string text)
    {
        var (count, inWord) = (0, false);
        foreach (var character in text)
        {
            var isLetter = char.IsLetterOrDigit(character);
            count += isLetter && !inWord ? 1 : 0;
            inWord = isLetter;
        }

        return count;
    }

    private static string Spell(string text) => text
        .ToLowerInvariant()
        .Replace('’', '\'')
        .Replace("n't", " not", StringComparison.Ordinal)
        .Replace("°", " degree ", StringComparison.Ordinal);
}
