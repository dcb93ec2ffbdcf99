using System.Collections.Concurrent;

namespace PostmortemInsights;

/// <summary>Remembers what was made of each word met so far, since texts repeat their words. Safe for any number of threads.</summary>
/// <param name="read">Makes it; the same for the same word.</param>
internal sealed class WordMemory<T>(Func<ReadOnlySpan<char>, T> read)
    where T : class
{
    // Words of a large corpus are without end: misspellings, identifiers.
    private const int MostRemembered = 200_000;
    private const int LongestRemembered = 32;
    private readonly ConcurrentDictionary<string, T> known = new(StringComparer.Ordinal);
    private int remembered;

    /// <summary>What is made of a word.</summary>
    public T Of(ReadOnlySpan<char> word)
    {
        if (known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var made))
            return made;
        made = read(word);
        if (word.Length <= LongestRemembered && remembered < MostRemembered && known.TryAdd(word.ToString(), made))
            Interlocked.Increment(ref remembered);
        return made;
    }
}
