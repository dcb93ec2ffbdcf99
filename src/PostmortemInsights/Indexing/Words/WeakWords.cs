
namespace PostmortemInsights.Indexing.Words;

/// <summary>The words of <c>weak-words.txt</c>.</summary>
internal static class WeakWords
{
    private static readonly HashSet<string> Listed =
        EmbeddedText.Lines("Indexing/weak-words.txt").SelectMany(line => line.Split(' ')).ToHashSet(StringComparer.Ordinal);

    public static bool Contains(string word) => Listed.Contains(word.ToLowerInvariant());
}
