using System.Collections.Concurrent;
using PostmortemInsights.Indexing.Words;

namespace PostmortemInsights.Analyzing.Wording;

/// <summary>The words of a sentence as stems, stop words among them: <c>no</c>, <c>first</c> and <c>own</c> tell what is to be done.</summary>
internal static class Stems
{
    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> BySpan = Known.GetAlternateLookup<ReadOnlySpan<char>>();

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
                stems.Add(Of(spelled.AsSpan(start, end - start)));
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

    /// <summary>A word is stemmed once, however often it comes.</summary>
    private static string Of(ReadOnlySpan<char> word) =>
        BySpan.TryGetValue(word, out var stem) ? stem : Known.GetOrAdd(word.ToString(), static w => EnglishStemmer.Stem(w));
}
