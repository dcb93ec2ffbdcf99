using System.Buffers;

namespace PostmortemInsights.Parsing.Phrasing;

/// <summary>A text's words where they stand, so that none is copied; a part of the text shares them.</summary>
internal sealed class TextWords
{
    /// <summary>More is no sentence but a dump; what stands behind is not looked at.</summary>
    private const int MostTerms = 400;

    private static readonly SearchValues<char> ClauseMarks = SearchValues.Create(";()—–•");

    private readonly Whole _whole;
    private readonly int _first;
    private readonly int _offset;
    private Hits? _hits;

    private TextWords(Whole whole, int first, int count, int offset) => (_whole, _first, Count, _offset) = (whole, first, count, offset);

    private sealed record Hits(Wordings List, List<Wording> Found, Hits? Others);

    private readonly record struct Place(int Start, int End, bool OpensClause);

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>A word as it is written, with straight apostrophes.</summary>
    public ReadOnlySpan<char> this[int word] => _whole.Written(_first + word);

    /// <summary>Offset of the first character of a word in the text.</summary>
    public int StartOf(int word) => _whole.Places[_first + word].Start - _offset;

    /// <summary>Offset after the last character of a word.</summary>
    public int EndOf(int word) => _whole.Places[_first + word].End - _offset;

    /// <summary>Whether the words from <paramref name="first"/> to <paramref name="last"/> go on with the clause of the one in front: no semicolon, colon, dash or bracket stands between; only of terms.</summary>
    public bool GoOn(int first, int last)
    {
        for (var word = first; word <= last; word++)
        {
            if (_whole.Places[_first + word].OpensClause)
                return false;
        }

        return true;
    }

    /// <summary>A word in lower case.</summary>
    public string Lower(int word) => this[word].ToString().ToLowerInvariant();

    /// <summary>The words in lower case.</summary>
    public IEnumerable<string> InLowerCase => Enumerable.Range(0, Count).Select(Lower);

    /// <summary>The symbols that the words have in a lexicon.</summary>
    public ReadOnlySpan<int> Symbols(Lexicon lexicon) => _whole.Symbols(lexicon).AsSpan(_first, Count);

    /// <summary>The words of the part of the text that begins at <paramref name="start"/>; null when its ends cut a word.</summary>
    public TextWords? Part(int start, int length)
    {
        var (from, to) = (start + _offset, start + length + _offset);
        var (first, end) = (_whole.FirstFrom(from), _whole.FirstFrom(to));
        var cuts = _whole.Places.Length == MostTerms || _whole.Reaches(first - 1, from) || _whole.Reaches(end - 1, to);
        return cuts ? null : new TextWords(_whole, first, end - first, from);
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

        return new TextWords(new Whole(straight, [.. places]), 0, places.Count, 0);
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

        return new TextWords(new Whole(straight, [.. places]), 0, places.Count, 0);
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

    /// <summary>The words of all of a text, and the symbols that they have in the lexicon that was asked last.</summary>
    private sealed class Whole(string text, Place[] places)
    {
        private Lexicon? _lexicon;
        private int[] _symbols = [];

        public Place[] Places => places;

        public ReadOnlySpan<char> Written(int word) => text.AsSpan(places[word].Start, places[word].End - places[word].Start);

        public int[] Symbols(Lexicon lexicon)
        {
            if (ReferenceEquals(lexicon, _lexicon))
                return _symbols;
            var symbols = new int[places.Length];
            for (var i = 0; i < symbols.Length; i++)
                symbols[i] = lexicon.Symbol(Written(i));
            (_symbols, _lexicon) = (symbols, lexicon);
            return symbols;
        }

        /// <summary>The first word that begins at <paramref name="offset"/> or behind it.</summary>
        public int FirstFrom(int offset)
        {
            var (low, high) = (0, places.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = places[middle].Start < offset ? (middle + 1, high) : (low, middle);
            }

            return low;
        }

        /// <summary>Whether a word goes on behind <paramref name="offset"/>.</summary>
        public bool Reaches(int word, int offset) => word >= 0 && places[word].End > offset;
    }
}
