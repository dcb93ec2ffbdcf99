namespace PostmortemInsights.Parsing.Phrasing;

/// <summary>A few symbols of a <see cref="Lexicon"/>; most questions are answered by one bit.</summary>
internal readonly struct SymbolSet(int[] symbols)
{
    /// <summary>The bits of the symbols: where one is missing, so are the symbols that have it.</summary>
    public ulong Bits { get; } = BitsOf(symbols);

    private readonly int _first = symbols[0];

    /// <summary>The symbols.</summary>
    public ReadOnlySpan<int> Symbols => symbols;

    /// <summary>Whether the set holds <paramref name="symbol"/>.</summary>
    public bool Contains(int symbol) => (Bits & Bit(symbol)) != 0 && (symbol == _first || Lists(symbol));

    private bool Lists(int symbol)
    {
        foreach (var listed in symbols)
        {
            if (listed == symbol)
                return true;
        }

        return false;
    }

    private static ulong BitsOf(int[] symbols)
    {
        var bits = 0UL;
        foreach (var symbol in symbols)
            bits |= Bit(symbol);
        return bits;
    }

    /// <summary>The bit of a symbol, which it shares with others.</summary>
    public static ulong Bit(int symbol) => 1UL << (symbol & 63);
}
