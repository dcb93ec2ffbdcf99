
namespace PostmortemInsights.Indexing.Words;

/// <summary>The words of <c>stop-words.txt</c>.</summary>
internal static class StopWords
{
    private static readonly HashSet<string> Listed = new(StringComparer.Ordinal);
    private static readonly HashSet<string> PassedOverInPhrases = new(StringComparer.Ordinal);

    static StopWords()
    {
        foreach (var line in EmbeddedText.Lines("Indexing/stop-words.txt"))
        {
            foreach (var entry in line.Split(' '))
            {
                var word = entry.TrimStart('+');
                Listed.Add(word);
                // Where a word stands twice, the later place counts.
                _ = entry[0] == '+' ? PassedOverInPhrases.Remove(word) : PassedOverInPhrases.Add(word);
            }
        }
    }

    public static bool Contains(string word) => Listed.Contains(word);

    public static bool CountsInPhrases(string word) => !PassedOverInPhrases.Contains(word);
}
