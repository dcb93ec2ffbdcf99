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

    /// <summary>A row for each node: the node behind it by each character.</summary>
    private readonly OverlaidRows _next;

    /// <summary>The node behind each that was added last; 0 when none is.</summary>
    private readonly int[] _last;

    /// <summary>The node that was added before each behind the same one; 0 for the first.</summary>
    private readonly int[] _before;

    /// <summary>The column of the character by which each node is reached.</summary>
    private readonly byte[] _column;

    /// <summary>The symbol of the word that ends at a node.</summary>
    private readonly int[] _whole;

    /// <summary>The symbol of words that only begin with the letters of a node.</summary>
    private readonly int[] _open;

    private int _nodes = 1;
    private int _symbols;

    /// <summary>The words of <paramref name="lines"/> of lists; <c>word*</c> stands for all that begin so.</summary>
    public Lexicon(IEnumerable<string> lines)
    {
        var words = lines.SelectMany(WordsOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var width = 1 + NumberLetters(words);
        var size = 1 + words.Sum(static word => word.Length);
        (_whole, _open, _last, _before, _column) = (new int[size], new int[size], new int[size], new int[size], new byte[size]);
        foreach (var word in words)
            Add(word);
        _next = new OverlaidRows(_nodes, width);
        for (var node = Root; node < _nodes; node++)
            Close(node);
    }

    /// <summary>The words of all lists of wordings; of a list that is not among them no word would be found.</summary>
    public static Lexicon OfLists { get; } = new(EmbeddedText.Names("Parsing/Narrative/").Append("Parsing/Windows/ends.txt").SelectMany(EmbeddedText.Lines));

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

    /// <summary>The symbols of all words that <c>word</c> or <c>word*</c>, as lists write them, stands for.</summary>
    public List<int> Fitting(string written)
    {
        var node = Root;
        foreach (var c in written.TrimEnd('*'))
            node = _next[node, _columns[c]];
        if (!written.EndsWith('*'))
            return [_whole[node]];
        List<int> symbols = [_open[node]];
        Collect(node, symbols);
        return symbols;
    }

    private static IEnumerable<string> WordsOf(string line) => line.ToLowerInvariant().Split(Separators, StringSplitOptions.RemoveEmptyEntries);

    private int NumberLetters(List<string> words)
    {
        var (numbers, last) = (new byte[_columns.Length], (byte)0);
        foreach (var c in string.Concat(words))
            numbers[c] = numbers[c] > 0 ? numbers[c] : ++last;
        for (var c = 0; c < _columns.Length; c++)
            _columns[c] = numbers[char.ToLowerInvariant((char)c)];
        return last;
    }

    private void Add(string word)
    {
        var node = Root;
        foreach (var c in word.TrimEnd('*'))
            node = Behind(node, _columns[c]);
        (word.EndsWith('*') ? _open : _whole)[node] = ++_symbols;
    }

    /// <summary>The node behind another. The words come in order, so it is the one that was added last, or new.</summary>
    private int Behind(int node, byte column)
    {
        var last = _last[node];
        if (last != Root && _column[last] == column)
            return last;
        (_before[_nodes], _column[_nodes]) = (last, column);
        return _last[node] = _nodes++;
    }

    /// <summary>Notes what stands behind a node, and that it begins as the node does; a node's number is lower than theirs.</summary>
    private void Close(int node)
    {
        for (var next = _last[node]; next != Root; next = _before[next])
            _open[next] = _open[next] == None ? _open[node] : _open[next];
        _next.Lay(node, _last[node], _before, _column);
    }

    private void Collect(int node, List<int> symbols)
    {
        if (_whole[node] != None)
            symbols.Add(_whole[node]);
        for (var next = _last[node]; next != Root; next = _before[next])
        {
            if (_open[next] != _open[node])
                symbols.Add(_open[next]);
            Collect(next, symbols);
        }
    }
}
