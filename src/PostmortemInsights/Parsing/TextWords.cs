using System.Buffers;
using PostmortemInsights.Parsing.Narrative;

namespace PostmortemInsights.Parsing;

/// <summary>A text's words where they stand, so that none is copied.</summary>
internal sealed class TextWords
{
    /// <summary>More is no sentence but a dump; what stands behind is not looked at.</summary>
    private const int MostTerms = 400;

    private static readonly SearchValues<char> ClauseMarks = SearchValues.Create(";()—–•");

    private readonly string _text;
    private readonly List<Place> _places;
    private Lexicon? _lexicon;
    private int[] _symbols = [];
    private Hits? _hits;

    private TextWords(string text, List<Place> places)
    {
        _text = text;
        _places = places;
    }

    private sealed record Hits(Wordings List, List<Wording> Found, Hits? Others);

    private readonly record struct Place(int Start, int End, bool OpensClause);

    /// <summary>How many there are.</summary>
    public int Count => _places.Count;

    /// <summary>A word as it is written, with straight apostrophes.</summary>
    public ReadOnlySpan<char> this[int word] => _text.AsSpan(_places[word].Start, _places[word].End - _places[word].Start);

    /// <summary>Offset of the first character of a word in the text.</summary>
    public int StartOf(int word) => _places[word].Start;

    /// <summary>Offset after the last character of a word.</summary>
    public int EndOf(int word) => _places[word].End;

    /// <summary>Whether a semicolon, colon, dash or bracket stands in front of a word; only of terms.</summary>
    public bool OpensClause(int word) => _places[word].OpensClause;

    /// <summary>A word in lower case.</summary>
    public string Lower(int word) => this[word].ToString().ToLowerInvariant();

    /// <summary>The symbols that the words have in a lexicon.</summary>
    public ReadOnlySpan<int> Symbols(Lexicon lexicon)
    {
        if (ReferenceEquals(lexicon, _lexicon))
            return _symbols;
        _symbols = new int[Count];
        for (var i = 0; i < _symbols.Length; i++)
            _symbols[i] = lexicon.Symbol(this[i]);
        _lexicon = lexicon;
        return _symbols;
    }

    /// <summary>What a list was found to hold of these words; null when it has not been asked yet.</summary>
    public List<Wording>? Kept(Wordings list)
    {
        for (var hits = _hits; hits is not null; hits = hits.Others)
        {
            if (ReferenceEquals(hits.List, list))
                return hits.Found;
        }

        return null;
    }

    /// <summary>Keeps what a list holds of these words.</summary>
    public List<Wording> Keep(Wordings list, List<Wording> found)
    {
        _hits = new Hits(list, found, _hits);
        return found;
    }

    /// <summary>The words of <paramref name="text"/>: letters and digits; an apostrophe belongs to its word.</summary>
    public static TextWords Of(string text)
    {
        var straight = text.Replace('’', '\'');
        var places = new List<Place>(text.Length / 5);
        var start = -1;
        for (var i = 0; i <= straight.Length; i++)
        {
            var inside = i < straight.Length && (char.IsLetterOrDigit(straight[i]) || (straight[i] == '\'' && start >= 0));
            if (inside && start < 0)
                start = i;
            if (inside || start < 0)
                continue;
            places.Add(new Place(start, start + straight.AsSpan(start..i).TrimEnd('\'').Length, false));
            start = -1;
        }

        return new TextWords(straight, places);
    }

    /// <summary>The terms of a sentence: words, but contractions, versions and file names stay whole.</summary>
    public static TextWords Terms(string sentence)
    {
        var straight = sentence.Replace('’', '\'');
        var places = new List<Place>(sentence.Length / 5);
        var (start, behind) = (0, 0);
        while (places.Count < MostTerms && (start = NextTerm(straight, behind)) < straight.Length)
        {
            var gap = straight.AsSpan(behind, start - behind);
            behind = EndOfTerm(straight, start);
            places.Add(new Place(start, behind, gap.ContainsAny(ClauseMarks) || gap.Contains(": ", StringComparison.Ordinal)));
        }

        return new TextWords(straight, places);
    }

    private static int NextTerm(string text, int at)
    {
        while (at < text.Length && !IsOfTerm(text[at]))
            at++;
        return at;
    }

    private static int EndOfTerm(string text, int at)
    {
        while (at < text.Length && IsOfTerm(text[at]))
            at++;
        while (at + 1 < text.Length && text[at] is '\'' or '.' or '_' or '/' or '-' && IsLetterOrNumber(text[at + 1]))
        {
            at++;
            while (at < text.Length && IsLetterOrNumber(text[at]))
                at++;
        }

        return at;
    }

    private static bool IsOfTerm(char c) => IsLetterOrNumber(c) || c == '@';

    private static bool IsLetterOrNumber(char c) => char.IsLetter(c) || char.IsNumber(c);
}
