using System.Collections.Immutable;

namespace PostmortemInsights.Classifying;

/// <summary>Words to look for in a text, by their stems. Between parts, written with <c>..</c>, up to three other words may stand.</summary>
/// <param name="Parts">The parts: stems that follow each other.</param>
internal sealed record Phrase(ImmutableArray<ImmutableArray<string>> Parts)
{
    private const string Gap = "..";
    private const int WidestGap = 3;

    public string First => Parts[0][0];

    public bool IsPhrase => Parts.Length > 1 || Parts[0].Length > 1;

    public static Phrase Read(string text) =>
        new([.. text.Split(Gap).Select(p => Words.Stems(p).ToImmutableArray()).Where(p => p.Length > 0)]);

    /// <summary>Number of words from the first to the last if the phrase stands at <paramref name="at"/> within a sentence, else 0.</summary>
    public int LengthAt(List<Word> words, int at)
    {
        var end = Stands(words, at, Parts[0]);
        for (var part = 1; part < Parts.Length && end > 0; part++)
            end = StandsSoonAfter(words, end, Parts[part]);
        return end > 0 ? end - at : 0;
    }

    /// <summary>Whether the words of <paramref name="name"/> stand in this phrase, one after the other.</summary>
    public bool Contains(Phrase name) => $" {this} ".Contains($" {name} ", StringComparison.Ordinal);

    public override string ToString() => string.Join(" .. ", Parts.Select(p => string.Join(' ', p)));

    private static int StandsSoonAfter(List<Word> words, int from, ImmutableArray<string> part)
    {
        for (var at = from; at <= from + WidestGap && at < words.Count && !words[at].Opens; at++)
        {
            if (Stands(words, at, part) is > 0 and var end)
                return end;
        }

        return 0;
    }

    // The index after the part's last word, or 0.
    private static int Stands(List<Word> words, int at, ImmutableArray<string> part)
    {
        if (at < 0 || at + part.Length > words.Count)
            return 0;
        for (var i = 0; i < part.Length; i++)
        {
            if (words[at + i].Stem != part[i] || (i > 0 && words[at + i].Opens))
                return 0;
        }

        return at + part.Length;
    }
}
