namespace PostmortemInsights.Analyzing.Wording;

/// <summary>Words that speak for a name when they stand near one another. A table gives each of its words a number; the rest of a sentence is below 0.</summary>
/// <param name="Words">Their numbers.</param>
/// <param name="Key">Which of them the cue is looked up by, from 0: the longest, which is most often the rarest.</param>
/// <param name="IsPhrase">True when they must follow one another.</param>
internal sealed record Cue(int[] Words, int Key, bool IsPhrase)
{
    /// <summary>How many words off its key the others may stand.</summary>
    private const int Reach = 10;

    /// <summary>Reads <c>load test</c> (near one another, in any order) or <c>"load test"</c> (just so).</summary>
    public static Cue Parse(string text, Func<string, int> numberOf)
    {
        var words = Stems.Of(text);
        var key = words.IndexOf(words.MaxBy(static w => w.Length) ?? "");
        return new Cue([.. words.Select(numberOf)], key, text.StartsWith('"'));
    }

    /// <summary>Whether the cue holds with its key at a place of the sentence.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="place">Where the key stands.</param>
    /// <param name="anywhere">Words that count as standing near every other.</param>
    public bool Holds(ReadOnlySpan<int> sentence, int place, ReadOnlySpan<int> anywhere) =>
        IsPhrase ? Follow(sentence, place - Key) : AreNear(sentence, place, anywhere);

    private bool Follow(ReadOnlySpan<int> sentence, int from) =>
        from >= 0 && from + Words.Length <= sentence.Length && sentence.Slice(from, Words.Length).SequenceEqual(Words);

    private bool AreNear(ReadOnlySpan<int> sentence, int place, ReadOnlySpan<int> anywhere)
    {
        var first = Math.Max(0, place - Reach);
        var near = sentence[first..Math.Min(sentence.Length, place + Reach + 1)];
        for (var i = 0; i < Words.Length; i++)
        {
            if (i != Key && !near.Contains(Words[i]) && !anywhere.Contains(Words[i]))
                return false;
        }

        return true;
    }
}
