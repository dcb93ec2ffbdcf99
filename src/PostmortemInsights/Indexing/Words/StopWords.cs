
namespace PostmortemInsights.Indexing.Words;

/// <summary>The words of <c>stop-words.txt</c>.</summary>
internal static class StopWords
{
    // The value says whether the word counts inside phrases.
    private static readonly Dictionary<string, bool> Listed = Read();

    public static bool Contains(string word) => Listed.ContainsKey(word);

    public static bool CountsInPhrases(string word) => !Listed.TryGetValue(word, out var counts) || counts;

    private static Dictionary<string, bool> Read()
    {
        var words = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var entry in EmbeddedText.Lines("Indexing/stop-words.txt").SelectMany(line => line.Split(' ')))
            words[entry.TrimStart('+')] = entry[0] == '+';
        return words;
    }
}
