using System.Collections.Immutable;

namespace PostmortemInsights.Classifying;

/// <summary>Words to look for in a text, by their stems. Between parts, written with <c>..</c>, up to three other words may stand.</summary>
/// <param name="Parts">The parts: stems that follow each other.</param>
internal sealed record Phrase(ImmutableArray<ImmutableArray<int>> Parts)
{
    private const string Gap = "..";
    private const int WidestGap = 3;

    private readonly string written = $" {string.Join(" .. ", Parts.Select(static p => string.Join(' ', p)))} ";

    public int First => Parts[0][0];

    public bool IsPhrase => Parts.Length > 1 || Parts[0].Length > 1;

    /// <summary>Reads a phrase as a list writes it; <paramref name="stems"/> know its words from now on.</summary>
    public static Phrase Read(string text, Stems stems) =>
        new([.. text.Split(Gap).Select(p => Words.Read(p, 0, p.Length, stems.Learn).Select(w => w.Stem).ToImmutableArray()).Where(p => p.Length > 0)]);

    /// <summary>Number of words from the first to the last if the phrase stands at <paramref name="at"/> within a sentence, else 0.</summary>
    public int LengthAt(List<Word> words, int at)
    {
        var end = Stands(words, at, Parts[0]);
        for (var part = 1; part < Parts.Length && end > 0; part++)
            end = StandsSoonAfter(words, end, Parts[part]);
        return end > 0 ? end - at : 0;
    }

    /// <summary>Whether the words of <paramref name="name"/> stand in this phrase, one after the other.</summary>
    public bool Contains(Phrase name) => written.Contains(name.written, StringComparison.Ordinal);

    /// <summary>The numbers of its stems; the same for phrases of the same words.</summary>
    public override string ToString() => written;

    private static int StandsSoonAfter(List<Word> words, int from, ImmutableArray<int> part)
    {
        for (var at = from; at <= from + WidestGap && at < words.Count && !words[at].Opens; at++)
        {
            if (Stands(words, at, part) is > 0 and var end)
                return end;
        }

        return 0;
    }

    // The index after the part's last word, or 0.
    private static int Stands(List<Word> words, int at, ImmutableArray<int> part)
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
