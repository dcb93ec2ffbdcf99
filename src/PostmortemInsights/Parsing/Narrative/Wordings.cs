namespace PostmortemInsights.Parsing.Narrative;

/// <summary>A wording found in a sentence.</summary>
/// <param name="Kind">The section of the list that it stands in.</param>
/// <param name="First">Index of its first word.</param>
/// <param name="End">Index after its last word.</param>
internal readonly record struct Wording(string Kind, int First, int End);

/// <summary>
/// A list of wordings that people use to say a thing, by kind, from an embedded file. A line is a phrase: words with a space between;
/// <c>a|b</c> either; <c>word*</c> any ending; <c>word?</c> may be missing; <c>..</c> up to four words within the clause (<c>..7</c> up
/// to seven). A <c>[not Kind]</c> section takes back the wordings of that kind that it overlaps. <c>&lt;us> = nurse|clerk</c> names a group
/// of words, to which further such lines add; in the phrases below, <c>&lt;us></c> stands for any of them. <c>^</c> is a word written like
/// a name, and never the first of a phrase.
/// </summary>
internal sealed class Wordings
{
    private const string Taken = "not ";
    private const string Named = " = ";
    private const string Name = "^";
    private const int UsualGap = 4;

    private static readonly List<Wording> Nothing = [];

    private readonly Lexicon _lexicon;

    /// <summary>For each symbol, the phrases that can begin with it.</summary>
    private readonly Phrase[][] _bySymbol;

    /// <summary>Reads the lines of a list: <c>[Kind]</c>, then its phrases.</summary>
    public Wordings(IReadOnlyCollection<string> lines)
        : this(lines, new Lexicon(lines))
    {
    }

    private Wordings(IEnumerable<string> lines, Lexicon lexicon)
    {
        _lexicon = lexicon;
        _bySymbol = lexicon.BySymbol(Parse(lines, lexicon), static phrase => phrase.Parts[0].Symbols);
    }

    private readonly record struct Phrase(string Kind, Part[] Parts);

    /// <summary>Reads an embedded list.</summary>
    /// <param name="name">Its path below the library's folder.</param>
    public static Wordings Load(string name) => new(EmbeddedText.Lines(name), Lexicon.OfLists);

    /// <summary>Every wording in <paramref name="terms"/>, which keep them, in the order of their beginnings.</summary>
    public List<Wording> In(TextWords terms) => terms.Kept(this) ?? terms.Keep(this, Find(terms));

    private List<Wording> Find(TextWords terms)
    {
        List<Wording>? found = null;
        var symbols = terms.Symbols(_lexicon);
        for (var i = 0; i < symbols.Length; i++)
        {
            foreach (var phrase in _bySymbol[symbols[i]])
            {
                if (EndOf(phrase.Parts, 0, terms, symbols, i) is { } end)
                    (found ??= []).Add(new Wording(phrase.Kind, i, end));
            }
        }

        return found is null ? Nothing : WithoutTaken(found);
    }

    private static List<Wording> WithoutTaken(List<Wording> found)
    {
        if (!found.Exists(static w => w.Kind.StartsWith(Taken, StringComparison.Ordinal)))
            return found;
        var takers = found.FindAll(static w => w.Kind.StartsWith(Taken, StringComparison.Ordinal));
        found.RemoveAll(w => takers.Exists(t => t.Kind == w.Kind || (t.Kind.AsSpan(Taken.Length).SequenceEqual(w.Kind) && t.First < w.End && w.First < t.End)));
        return found;
    }

    private static IEnumerable<Phrase> Parse(IEnumerable<string> lines, Lexicon lexicon)
    {
        var kind = "";
        foreach (var line in WithGroups(lines))
        {
            if (line.StartsWith('['))
                kind = line.Trim('[', ']');
            else
                yield return new Phrase(kind, Part.ParseAll(line, lexicon));
        }
    }

    /// <summary>The lines with the words of groups in place of their names.</summary>
    private static IEnumerable<string> WithGroups(IEnumerable<string> lines)
    {
        var groups = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (line.Split(Named, 2) is [var name, var words])
                groups[name] = groups.TryGetValue(name, out var known) ? $"{known}|{Filled(words)}" : Filled(words);
            else
                yield return Filled(line);
        }

        string Filled(string text) => groups.Aggregate(text, static (filled, group) => filled.Replace(group.Key, group.Value, StringComparison.Ordinal));
    }

    /// <summary>Where the parts from <paramref name="part"/> on end when they begin at term <paramref name="at"/>; null when they do not fit.</summary>
    private static int? EndOf(ReadOnlySpan<Part> parts, int part, TextWords terms, ReadOnlySpan<int> symbols, int at)
    {
        if (part == parts.Length)
            return at;
        ref readonly var current = ref parts[part];
        for (var here = at; here < symbols.Length && here <= at + current.Gap; here++)
        {
            if (part > 0 && terms.OpensClause(here))
                break;
            if (current.Fits(symbols[here], terms[here]) && EndOf(parts, part + 1, terms, symbols, here + 1) is { } end)
                return end;
        }

        return current.Optional ? EndOf(parts, part + 1, terms, symbols, at) : null;
    }

    /// <summary>One word of a phrase with the words that may stand in front of it.</summary>
    private readonly record struct Part(SymbolSet Symbols, bool OrName, bool Optional, int Gap)
    {
        public bool Fits(int symbol, ReadOnlySpan<char> word) => Symbols.Contains(symbol) || (OrName && word is [var first, var second, ..] && char.IsUpper(first) && char.IsLower(second));

        public static Part[] ParseAll(string line, Lexicon lexicon)
        {
            var parts = new List<Part>();
            var gap = 0;
            foreach (var written in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var isGap = written.StartsWith("..", StringComparison.Ordinal);
                if (!isGap)
                    parts.Add(Parse(written, gap, lexicon));
                gap = !isGap ? 0 : written.Length > 2 ? written[2] - '0' : UsualGap;
            }

            return [.. parts];
        }

        private static Part Parse(string written, int gap, Lexicon lexicon)
        {
            var words = written.TrimEnd('?').Split('|');
            return new(lexicon.Fitting(words.Except([Name])), words.Contains(Name, StringComparer.Ordinal), written.EndsWith('?'), gap);
        }
    }
}
