using System.Collections.Concurrent;
using PostmortemInsights.Indexing.Words;

namespace PostmortemInsights.Analyzing.Wording;

/// <summary>The words of a sentence as stems, stop words among them: <c>no</c>, <c>first</c> and <c>own</c> tell what is to be done.</summary>
internal static class Stems
{
    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    /// <summary>The stems in order; digits count as words, and <c>don't</c> is <c>do not</c>.</summary>
    public static List<string> Of(string text)
    {
        var stems = new List<string>();
        var spelled = text.ToLowerInvariant().Replace('’', '\'').Replace("n't", " not", StringComparison.Ordinal).Replace("°", " degree ", StringComparison.Ordinal);
        for (var start = 0; start < spelled.Length; start++)
        {
            var end = start;
            while (end < spelled.Length && char.IsLetterOrDigit(spelled[end]))
                end++;
            if (end > start)
                stems.Add(Of(spelled, start, end));
            start = end;
        }

        return stems;
    }

    private static string Of(string text, int start, int end) =>
        Known.GetOrAdd(text[start..end], static word => EnglishStemmer.Stem(word));
}
