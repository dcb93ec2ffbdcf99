namespace PostmortemInsights.Parsing;

/// <summary>A text's words where they stand, so that none is copied; an apostrophe belongs to its word.</summary>
internal sealed class TextWords
{
    private readonly string _text;
    private readonly List<(int Start, int Length)> _places;

    private TextWords(string text, List<(int Start, int Length)> places)
    {
        _text = text;
        _places = places;
    }

    /// <summary>How many there are.</summary>
    public int Count => _places.Count;

    /// <summary>A word as it is written, with straight apostrophes.</summary>
    public ReadOnlySpan<char> this[int word] => _text.AsSpan(_places[word].Start, _places[word].Length);

    /// <summary>The words of <paramref name="text"/>.</summary>
    public static TextWords Of(string text)
    {
        var straight = text.Replace('’', '\'');
        var places = new List<(int, int)>(text.Length / 5);
        var start = -1;
        for (var i = 0; i <= straight.Length; i++)
        {
            var inside = i < straight.Length && (char.IsLetterOrDigit(straight[i]) || (straight[i] == '\'' && start >= 0));
            if (inside && start < 0)
                start = i;
            if (inside || start < 0)
                continue;
            places.Add((start, straight.AsSpan(start..i).TrimEnd('\'').Length));
            start = -1;
        }

        return new TextWords(straight, places);
    }
}
