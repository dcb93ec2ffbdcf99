namespace PostmortemInsights;

/// <summary>Remembers what was made of words, since texts repeat them: of those that share a place, the one met last. Safe for any number of threads.</summary>
/// <param name="make">Makes it; the same for the same word.</param>
internal sealed class WordMemory<T>(Func<string, T> make)
{
    private const int Places = 1 << 16;
    private const int LongestRemembered = 64;

    private readonly Remembered?[] places = new Remembered?[Places];

    /// <summary>What is made of a word.</summary>
    public T Of(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestRemembered)
            return make(word.ToString());
        ref var place = ref places[PlaceOf(word)];
        var remembered = place;
        if (remembered is not null && word.SequenceEqual(remembered.Word))
            return remembered.Made;
        var text = word.ToString();
        place = remembered = new(text, make(text));
        return remembered.Made;
    }

    // Fowler, Noll and Vo (FNV-1a), whose lower bits are mixed well enough for words.
    private static int PlaceOf(ReadOnlySpan<char> word)
    {
        var hash = 2166136261;
        foreach (var c in word)
            hash = unchecked((hash ^ c) * 16777619);
        return (int)((hash ^ (hash >> 16)) & (Places - 1));
    }

    private sealed record Remembered(string Word, T Made);
}
