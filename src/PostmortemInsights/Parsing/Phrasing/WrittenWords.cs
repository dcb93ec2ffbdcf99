namespace PostmortemInsights.Parsing.Phrasing;

/// <summary>What the words of a list stand for as it writes them, <c>a|b*</c>, and the groups that it names so far.</summary>
internal sealed class WrittenWords(Lexicon lexicon)
{
    private const char Either = '|';
    private const char Group = '<';

    private readonly Dictionary<string, SymbolSet> _known = new(StringComparer.Ordinal);

    /// <summary>Adds words to a group.</summary>
    public void Add(string group, string words) => _known[group] = Read(_known.ContainsKey(group) ? $"{group}{Either}{words}" : words);

    /// <summary>The symbols of every word that <paramref name="written"/> stands for.</summary>
    public SymbolSet Symbols(string written)
    {
        if (_known.TryGetValue(written, out var known))
            return known;
        var symbols = Read(written);
        if (!written.Contains(Group, StringComparison.Ordinal))
            _known[written] = symbols;
        return symbols;
    }

    private SymbolSet Read(string written)
    {
        var symbols = new HashSet<int>();
        foreach (var word in written.Split(Either))
            symbols.UnionWith(_known.TryGetValue(word, out var known) ? known : lexicon.Fitting(word));
        return new SymbolSet(symbols);
    }
}
