
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
                Listed.Add(entry.TrimStart('+'));
                if (entry[0] != '+')
                    PassedOverInPhrases.Add(entry);
            }
        }
    }

    public static bool Contains(string word) => Listed.Contains(word);

    public static bool CountsInPhrases(string word) => !PassedOverInPhrases.Contains(word);
}
