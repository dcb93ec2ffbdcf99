namespace PostmortemInsights.Analyzing.Wording;

/// <summary>Words that speak for a name when they stand near one another.</summary>
/// <param name="Words">Their stems.</param>
/// <param name="IsPhrase">True when they must follow one another.</param>
internal sealed record Cue(List<string> Words, bool IsPhrase)
{
    /// <summary>How many words off its longest word the others may stand.</summary>
    private const int Reach = 10;

    /// <summary>The word to look the cue up by: the longest, which is most often the rarest.</summary>
    public string Key { get; } = Words.MaxBy(static w => w.Length) ?? "";

    /// <summary>Reads <c>load test</c> (near one another, in any order) or <c>"load test"</c> (just so).</summary>
    public static Cue Parse(string text) => new(Stems.Of(text), text.StartsWith('"'));

    /// <summary>Whether the cue holds in a sentence that has all its words.</summary>
    /// <param name="stems">The sentence.</param>
    /// <param name="anywhere">Words that count as standing near every other.</param>
    public bool Holds(IReadOnlyList<string> stems, IReadOnlyCollection<string> anywhere) => IsPhrase
        ? Enumerable.Range(0, Math.Max(0, stems.Count - Words.Count + 1)).Any(from => Follow(stems, from))
        : Words.Count == 1 || PlacesOfKey(stems, anywhere).Any(place => Words.TrueForAll(word => anywhere.Contains(word) || IsNear(stems, word, place)));

    private bool Follow(IReadOnlyList<string> stems, int from) =>
        Words.Select((word, i) => string.Equals(stems[from + i], word, StringComparison.Ordinal)).All(static same => same);

    /// <summary>Where the key stands; when it is one of the words that count anywhere, every place will do.</summary>
    private IEnumerable<int> PlacesOfKey(IReadOnlyList<string> stems, IReadOnlyCollection<string> anywhere)
    {
        for (var i = 0; i < stems.Count; i++)
        {
            if (string.Equals(stems[i], Key, StringComparison.Ordinal) || anywhere.Contains(Key))
                yield return i;
        }
    }

    private static bool IsNear(IReadOnlyList<string> stems, string word, int place)
    {
        for (var i = Math.Max(0, place - Reach); i <= Math.Min(stems.Count - 1, place + Reach); i++)
        {
            if (string.Equals(stems[i], word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
