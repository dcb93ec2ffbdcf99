namespace PostmortemInsights.Parsing.Phrasing;

/// <summary>A line of a list of wordings.</summary>
/// <param name="Kind">The section that it stands in.</param>
/// <param name="Number">How many phrases stand in front of it in the list.</param>
/// <param name="Parts">Its words.</param>
internal readonly record struct Phrase(string Kind, int Number, Phrase.Part[] Parts)
{
    private const string Gap = "..";
    private const char Name = '^';
    private const int UsualGap = 4;

    /// <summary>The bits of the symbols of which one must stand right behind its first word; all bits where any may.</summary>
    private readonly ulong _second = Parts is [_, { Gap: 0, Optional: false, OrName: false, Symbols: var next }, ..] ? next.Bits : ulong.MaxValue;

    /// <summary>The symbols that it can begin with.</summary>
    public SymbolSet Opening => Parts[0].Symbols;

    /// <summary>Reads a line.</summary>
    public static Phrase Parse(string line, string kind, int number, WrittenWords words)
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

        return new Phrase(kind, number, [.. parts]);
    }

    /// <summary>The index after its last word where its first stands at <paramref name="first"/>; null where the others do not follow.</summary>
    public int? EndIn(TextWords words, ReadOnlySpan<int> symbols, int first) =>
        MayGoOn(symbols, first + 1) ? EndOf(Parts.AsSpan(1), words, symbols, first + 1) : null;

    private bool MayGoOn(ReadOnlySpan<int> symbols, int second) =>
        _second == ulong.MaxValue || (second < symbols.Length && (_second & SymbolSet.Bit(symbols[second])) != 0);

    private static int? EndOf(ReadOnlySpan<Part> parts, TextWords words, ReadOnlySpan<int> symbols, int at)
    {
        if (parts.IsEmpty)
            return at;
        ref readonly var part = ref parts[0];
        for (var here = at; here < symbols.Length && here <= at + part.Gap; here++)
        {
            if (part.Fits(symbols[here], words, here) && words.GoOn(at, here) && EndOf(parts[1..], words, symbols, here + 1) is { } end)
                return end;
        }

        return part.Optional ? EndOf(parts[1..], words, symbols, at) : null;
    }

    /// <summary>One word of a phrase with the words that may stand in front of it.</summary>
    internal readonly record struct Part(SymbolSet Symbols, bool OrName, bool Optional, int Gap)
    {
        public bool Fits(int symbol, TextWords words, int word) => Symbols.Contains(symbol) || (OrName && words[word] is [var first, var second, ..] && char.IsUpper(first) && char.IsLower(second));

        public static Part Parse(string written, int gap, WrittenWords words) =>
            new(words.Symbols(written.TrimEnd('?')), written.Contains(Name, StringComparison.Ordinal), written.EndsWith('?'), gap);
    }
}
