namespace PostmortemInsights.Classifying;

/// <summary>The kinds of names that a phrase of the taxonomy can have a place for: <c>bug in {product}</c> stands for as many phrases as
/// <c>named.txt</c> lists products.</summary>
internal static class NamedKinds
{
    private static readonly Lazy<ILookup<string, string>> Names = new(static () => EmbeddedText.Sections("Classifying/named.txt"));

    /// <summary>Whether a phrase has such a place.</summary>
    public static bool HasPlace(string phrase) => KindIn(phrase) is not null;

    /// <summary>Whether the list has the kind that a phrase asks for, or it asks for none.</summary>
    public static bool Knows(string phrase) => KindIn(phrase) is not { } kind || Names.Value.Contains(kind);

    /// <summary>The phrases that a phrase stands for: itself if it has no place for a name.</summary>
    public static IEnumerable<string> Fill(string phrase) =>
        KindIn(phrase) is { } kind ? Names.Value[kind].Select(name => phrase.Replace($"{{{kind}}}", name, StringComparison.Ordinal)) : [phrase];

    private static string? KindIn(string phrase)
    {
        var (open, close) = (phrase.IndexOf('{', StringComparison.Ordinal), phrase.IndexOf('}', StringComparison.Ordinal));
        return open >= 0 && close > open ? phrase[(open + 1)..close] : null;
    }
}
