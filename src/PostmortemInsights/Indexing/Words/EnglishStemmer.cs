
namespace PostmortemInsights.Indexing.Words;

/// <summary>
/// The Porter2 stemmer for English (Snowball's <c>english</c>, http://snowballstem.org/algorithms/english/stemmer.html): brings the
/// forms of a word to one stem, which need not be a word itself.
/// </summary>
public static class EnglishStemmer
{
    private const int LongestOnStack = 64;

    /// <summary>The stem of a word in lower case.</summary>
    public static string Stem(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (word.Length <= 2)
            return word;
        var letters = word.Length < LongestOnStack ? stackalloc char[LongestOnStack] : new char[word.Length + 1];
        return StemmerExceptions.Find(word) ?? new StemmedWord(word, letters).Stem();
    }
}

/// <summary>Words that the rules would bring to a wrong stem, from <c>stemmer-exceptions.txt</c>.</summary>
internal static class StemmerExceptions
{
    // A word with an empty stem only stops the rules after the plural s.
    private static readonly Dictionary<string, string> Listed = Read();
    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> ListedSpans = Listed.GetAlternateLookup<ReadOnlySpan<char>>();

    public static string? Find(string word) => Listed.GetValueOrDefault(word) is { Length: > 0 } stem ? stem : null;

    public static bool StopsAfterPlural(ReadOnlySpan<char> word) =>
        ListedSpans.TryGetValue(word, out var stem) && stem.Length == 0;

    private static Dictionary<string, string> Read()
    {
        var exceptions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in EmbeddedText.Lines("Indexing/stemmer-exceptions.txt"))
        {
            var parts = line.Split(' ');
            exceptions.Add(parts[0], parts.Length > 1 ? parts[1] : "");
        }

        return exceptions;
    }
}
