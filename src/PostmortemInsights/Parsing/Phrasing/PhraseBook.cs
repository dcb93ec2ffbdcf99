using System.Collections;

namespace PostmortemInsights.Parsing.Phrasing;

/// <summary>Lists of wordings that are asked of the same texts: one pass over the words of a text finds what it holds of all of them.</summary>
internal sealed class PhraseBook
{
    private const string Folder = "Parsing/Narrative/";

    /// <summary>The lists that ship with the project by name; those of one folder are one book.</summary>
    private static readonly Dictionary<string, Wordings> Shipped = ReadShipped();

    private readonly Lexicon _lexicon;

    /// <summary>For each symbol, the phrases that are looked for where it stands.</summary>
    private readonly Anchor[][] _anchors;

    /// <summary>Which symbols these are: most are no anchor, and a bit for each stays near the processor.</summary>
    private readonly BitArray _isAnchor;

    /// <summary>The answer for words among which no phrase stands.</summary>
    private readonly List<Wording>[] _nothing;

    /// <summary>The book of lists, each given by its lines.</summary>
    public PhraseBook(IEnumerable<IEnumerable<string>> lists, Lexicon lexicon)
    {
        _lexicon = lexicon;
        Lists = [.. lists.Select((lines, i) => new Wordings(this, i, lines, lexicon))];
        _nothing = [.. Lists.Select(static _ => new List<Wording>())];
        _anchors = Anchor.BySymbol([.. Lists.SelectMany(static list => list.Phrases)], lexicon);
        _isAnchor = new BitArray(Array.ConvertAll(_anchors, static anchors => anchors.Length > 0));
    }

    /// <summary>The lists in order.</summary>
    public IReadOnlyList<Wordings> Lists { get; }

    /// <summary>A list that ships with the project.</summary>
    /// <param name="name">Its path below the library's folder.</param>
    public static Wordings List(string name) => Shipped[name];

    /// <summary>The wordings of each list among <paramref name="words"/>, in the order of their beginnings.</summary>
    public List<Wording>[] In(TextWords words)
    {
        var found = _nothing;
        var symbols = words.Symbols(_lexicon);
        for (var i = 0; i < symbols.Length; i++)
        {
            if (!_isAnchor[symbols[i]])
                continue;
            foreach (ref readonly var anchor in _anchors[symbols[i]].AsSpan())
            {
                for (var first = Math.Max(0, i - anchor.Most); first <= i - anchor.Least; first++)
                {
                    if (anchor.MayBeginWith(symbols[first]) && anchor.Phrase.EndIn(words, symbols, first) is var end and not Phrase.None)
                        Add(anchor.Phrase, first, end, ref found);
                }
            }
        }

        foreach (var list in found)
            Wordings.TakeBack(list);
        return found;
    }

    /// <summary>Adds a phrase in its place, once: around another anchor it may have been found before.</summary>
    private void Add(Phrase phrase, int first, int end, ref List<Wording>[] found)
    {
        if (found == _nothing)
            found = _nothing.AsSpan().ToArray();
        ref var list = ref found[phrase.List];
        if (list.Count == 0)
            list = [];
        var at = list.Count;
        while (at > 0 && (list[at - 1].First > first || (list[at - 1].First == first && list[at - 1].Phrase > phrase.Number)))
            at--;
        if (at == 0 || list[at - 1].First < first || list[at - 1].Phrase < phrase.Number)
            list.Insert(at, new Wording(phrase.Kind, phrase.Number, first, end));
    }

    private static Dictionary<string, Wordings> ReadShipped()
    {
        var lists = EmbeddedText.Names(Folder).Select(static name => (Name: name, Lines: EmbeddedText.Lines(name).ToList())).ToList();
        var lexicon = new Lexicon(lists.SelectMany(static list => list.Lines));
        var shipped = new Dictionary<string, Wordings>(StringComparer.Ordinal);
        foreach (var folder in lists.GroupBy(static list => Path.GetDirectoryName(list.Name)))
        {
            var book = new PhraseBook(folder.Select(static list => list.Lines), lexicon);
            foreach (var (list, wordings) in folder.Zip(book.Lists))
                shipped.Add(list.Name, wordings);
        }

        return shipped;
    }
}
