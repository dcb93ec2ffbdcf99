using System.Collections.Immutable;

namespace PostmortemInsights.Parsing.Phrasing;

/// <summary>
/// The words that lists of phrases name, as a tree of letters: a word of a text is looked up once for all lists and becomes a number,
/// its symbol, and what lists compare is numbers. Words that no list tells apart have the same symbol.
/// </summary>
internal sealed class Lexicon
{
    private const int None = 0;
    private const int Root = 0;

    private static readonly char[] Separators = [' ', '|', '?', '<', '>', '='];

    /// <summary>The column of each character in <see cref="_next"/>; that of characters that stand in no list is empty.</summary>
    private readonly byte[] _columns = new byte[char.MaxValue + 1];
    private readonly int _width;

    /// <summary>A row for each node: the node behind it by each character.</summary>
    private readonly OverlaidRows _next;

    /// <summary>The symbol of the word that ends at a node.</summary>
    private readonly int[] _whole;

    /// <summary>The symbol of words that only begin with the letters of a node.</summary>
    private readonly int[] _open;

    private ushort _nodes = 1;
    private int _symbols;

    /// <summary>The words of <paramref name="lines"/> of lists; <c>word*</c> stands for all that begin so.</summary>
    public Lexicon(IEnumerable<string> lines)
    {
        var words = lines.SelectMany(WordsOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        _width = 1 + NumberLetters(words);
        var size = 1 + words.Zip(words.Prepend(""), static (word, before) => word.Length - word.AsSpan().CommonPrefixLength(before)).Sum();
        (_whole, _open) = (new int[size], new int[size]);
        var next = new ushort[size * _width];
        foreach (var word in words)
            Add(word, next);
        _next = new OverlaidRows(next, _width);
        Inherit();
    }

    /// <summary>The words of all lists of the narrative.</summary>
    public static Lexicon OfLists { get; } = new(EmbeddedText.Names("Parsing/Narrative/").SelectMany(EmbeddedText.Lines));

    /// <summary>Symbols are less than this.</summary>
    public int Count => _symbols + 1;

    /// <summary>The symbol of a word, without regard to case; 0 when no list names it.</summary>
    public int Symbol(ReadOnlySpan<char> word)
    {
        int node = Root;
        foreach (var c in word)
        {
            var next = _next[node, _columns[c]];
            if (next == Root)
                return _open[node];
            node = next;
        }

        return _whole[node] != None ? _whole[node] : _open[node];
    }

    /// <summary>The symbols of all words that <c>word</c> or <c>word*</c>, as lists write them, stand for.</summary>
    public SymbolSet Fitting(IEnumerable<string> written)
    {
        var symbols = new HashSet<int>();
        foreach (var word in written)
            Add(word, symbols);
        return new SymbolSet(symbols);
    }

    /// <summary>For each symbol, the phrases that can begin with it, in their order.</summary>
    public T[][] BySymbol<T>(IEnumerable<T> phrases, Func<T, SymbolSet> first) =>
        Group(phrases.SelectMany(phrase => first(phrase).Select(symbol => (symbol, phrase))).ToLookup(static pair => pair.symbol, static pair => pair.phrase));

    private static IEnumerable<string> WordsOf(string line) => line.ToLowerInvariant().Split(Separators, StringSplitOptions.RemoveEmptyEntries);

    private int NumberLetters(List<string> words)
    {
        var letters = words.SelectMany(static word => word).Distinct().Order().ToImmutableArray();
        for (var c = 0; c < _columns.Length; c++)
            _columns[c] = (byte)(letters.BinarySearch(char.ToLowerInvariant((char)c)) is >= 0 and var letter ? letter + 1 : 0);
        return letters.Length;
    }

    private void Add(string word, ushort[] rows)
    {
        var node = Root;
        foreach (var c in word.TrimEnd('*'))
        {
            ref var next = ref rows[(node * _width) + _columns[c]];
            if (next == Root)
                next = _nodes++;
            node = next;
        }

        (word.EndsWith('*') ? _open : _whole)[node] = ++_symbols;
    }

    // A node's number is lower than those behind it.
    private void Inherit()
    {
        for (var node = 0; node < _nodes; node++)
        {
            foreach (var next in Behind(node))
            {
                if (_open[next] == None)
                    _open[next] = _open[node];
            }
        }
    }

    private T[][] Group<T>(ILookup<int, T> phrases) => [.. Enumerable.Range(None, Count).Select(symbol => phrases[symbol].ToArray())];

    private void Add(string written, HashSet<int> symbols)
    {
        var node = Root;
        foreach (var c in written.TrimEnd('*'))
            node = _next[node, _columns[c]];
        if (written.EndsWith('*'))
            Collect(node, symbols);
        else
            symbols.Add(_whole[node]);
    }

    private void Collect(int node, HashSet<int> symbols)
    {
        if (_whole[node] != None)
            symbols.Add(_whole[node]);
        symbols.Add(_open[node]);
        foreach (var next in Behind(node))
        {
            Collect(next, symbols);
        }
    }

    private IEnumerable<int> Behind(int node)
    {
        for (var column = 0; column < _width; column++)
        {
            if (_next[node, column] is var next and not Root)
                yield return next;
        }
    }
}
