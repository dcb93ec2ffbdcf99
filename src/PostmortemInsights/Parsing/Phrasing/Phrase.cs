namespace PostmortemInsights.Parsing.Phrasing;

/// <summary>A line of a list of wordings.</summary>
/// <param name="list">The number of the list in its book.</param>
/// <param name="kind">The section that it stands in.</param>
/// <param name="number">How many phrases stand in front of it in the list.</param>
/// <param name="parts">Its words.</param>
internal sealed class Phrase(int list, string kind, int number, Phrase.Part[] parts)
{
    /// <summary>No index: it does not stand there.</summary>
    public const int None = -1;

    private const string Gap = "..";
    private const char Name = '^';
    private const int UsualGap = 4;

    /// <summary>The number of the list in its book.</summary>
    public int List => list;

    /// <summary>The section that it stands in.</summary>
    public string Kind => kind;

    /// <summary>How many phrases stand in front of it in the list.</summary>
    public int Number => number;

    /// <summary>Its words.</summary>
    public ReadOnlySpan<Part> Parts => parts;

    /// <summary>Reads the words of a line, the parts of a phrase.</summary>
    public static Part[] Read(string line, WrittenWords words)
    {
        var parts = new List<Part>();
        var gap = 0;
        foreach (var written in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var isGap = written.StartsWith(Gap, StringComparison.Ordinal);
            if (!isGap)
                parts.Add(Part.Parse(written, gap, words));
            gap = !isGap ? 0 : written.Length > Gap.Length ? written[Gap.Length] - '0' : UsualGap;
        }

        return [.. parts];
    }

    /// <summary>The index after its last word where its first stands at <paramref name="first"/>; <see cref="None"/> where it does not, or the others do not follow.</summary>
    /// <param name="words">The words of a text.</param>
    /// <param name="symbols">Their symbols as far as it may reach.</param>
    /// <param name="first">Where it begins.</param>
    public int EndIn(TextWords words, ReadOnlySpan<int> symbols, int first) =>
        parts[0].Words.Contains(symbols[first]) ? EndOf(parts.AsSpan(1), words, symbols, first + 1) : None;

    private static int EndOf(ReadOnlySpan<Part> parts, TextWords words, ReadOnlySpan<int> symbols, int at)
    {
        for (var i = 0; i < parts.Length; i++, at++)
        {
            ref readonly var part = ref parts[i];
            if (part.Gap > 0 || part.Optional)
                return EndAcross(parts[i..], words, symbols, at);
            if (at >= symbols.Length || !part.Fits(symbols[at], words, at) || !words.GoOn(at, at))
                return None;
        }

        return at;
    }

    /// <summary>The same where other words may stand in front of the first of <paramref name="parts"/>, or it may be missing.</summary>
    private static int EndAcross(ReadOnlySpan<Part> parts, TextWords words, ReadOnlySpan<int> symbols, int at)
    {
        ref readonly var part = ref parts[0];
        for (var here = at; here < symbols.Length && here <= at + part.Gap; here++)
        {
            if (part.Fits(symbols[here], words, here) && words.GoOn(at, here) && EndOf(parts[1..], words, symbols, here + 1) is var end and not None)
                return end;
        }

        return part.Optional ? EndOf(parts[1..], words, symbols, at) : None;
    }

    /// <summary>One word of a phrase with the words that may stand in front of it.</summary>
    internal readonly record struct Part(SymbolSet Words, bool OrName, bool Optional, int Gap)
    {
        /// <summary>Whether one of its words must stand there.</summary>
        public bool IsNeeded => !Optional && !OrName;

        public bool Fits(int symbol, TextWords words, int word) => Words.Contains(symbol) || (OrName && IsName(words[word]));

        private static bool IsName(ReadOnlySpan<char> word) => word is [var first, var second, ..] && char.IsUpper(first) && char.IsLower(second);

        public static Part Parse(string written, int gap, WrittenWords words) =>
            new(words.Symbols(written.TrimEnd('?')), written.Contains(Name, StringComparison.Ordinal), written.EndsWith('?'), gap);
    }
}
