using System.Collections;

namespace PostmortemInsights.Parsing.Phrasing;

/// <summary>A few symbols of a <see cref="Lexicon"/>, of which most questions are answered by one bit.</summary>
internal readonly struct SymbolSet : IEnumerable<int>
{
    private readonly int[] _symbols;

    /// <summary>The set of <paramref name="symbols"/>.</summary>
    public SymbolSet(IEnumerable<int> symbols)
    {
        _symbols = [.. symbols];
        foreach (var symbol in _symbols)
            Bits |= Bit(symbol);
    }

    /// <summary>The bits of its symbols: where one is missing, so are the symbols that have it.</summary>
    public ulong Bits { get; }

    /// <summary>Whether the set holds <paramref name="symbol"/>.</summary>
    public bool Contains(int symbol) => (Bits & Bit(symbol)) != 0 && _symbols.AsSpan().Contains(symbol);

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator() => _symbols.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The bit of a symbol, which it shares with others.</summary>
    public static ulong Bit(int symbol) => 1UL << (symbol & 63);
}
