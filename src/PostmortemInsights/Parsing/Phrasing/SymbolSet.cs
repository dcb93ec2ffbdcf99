using System.Collections;

namespace PostmortemInsights.Parsing.Phrasing;

/// <summary>A few symbols of a <see cref="Lexicon"/>, of which most questions are answered by one bit.</summary>
internal readonly struct SymbolSet : IEnumerable<int>
{
    private readonly int[] _symbols;

    /// <summary>A bit for each remainder by 64 that a symbol leaves.</summary>
    private readonly ulong _bits;

    /// <summary>The set of <paramref name="symbols"/>.</summary>
    public SymbolSet(IEnumerable<int> symbols)
    {
        _symbols = [.. symbols];
        foreach (var symbol in _symbols)
            _bits |= Bit(symbol);
    }

    /// <summary>Whether the set holds <paramref name="symbol"/>.</summary>
    public bool Contains(int symbol) => (_bits & Bit(symbol)) != 0 && _symbols.AsSpan().Contains(symbol);

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator() => _symbols.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static ulong Bit(int symbol) => 1UL << (symbol & 63);
}
