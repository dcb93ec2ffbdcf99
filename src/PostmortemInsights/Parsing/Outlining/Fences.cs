namespace PostmortemInsights.Parsing.Outlining;

/// <summary>Finds the lines that are code: between fences, but not when the fence holds the whole report.</summary>
internal static class Fences
{
    private const double WholeReport = 0.6;

    /// <summary>The numbers of the lines between fences.</summary>
    public static HashSet<int> Find(string document, List<Line> lines)
    {
        var code = new HashSet<int>();
        var open = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!Marks.Fence().IsMatch(document.AsSpan(lines[i].Span.Start, lines[i].Span.Length)) || (open < 0 && IsUnderline(document, lines, i)))
                continue;
            if (open >= 0 && !NamesLanguage(document, lines[i]))
            {
                Add(code, lines, open, i, document.Length);
                open = -1;
            }
            else
            {
                open = i;
            }
        }

        return code;
    }

    /// <summary>Whether a fence says what language follows: then it opens a block, and one before it was never closed.</summary>
    private static bool NamesLanguage(string document, Line line) => document.AsSpan(line.Span.Start, line.Span.Length).ContainsAnyExcept('`', '~');

    /// <summary>Whether tildes stand under a heading of their own length, as in reStructuredText.</summary>
    private static bool IsUnderline(string document, List<Line> lines, int i) =>
        i > 0 && document[lines[i].Span.Start] == '~' && lines[i - 1].Span.Length is > 3 and var length && lines[i].Span.Length >= length
        && Marks.Underline().IsMatch(document.AsSpan(lines[i].Span.Start, lines[i].Span.Length));

    private static void Add(HashSet<int> code, List<Line> lines, int open, int close, int length)
    {
        if (lines[close].Span.Start - lines[open].Span.End > length * WholeReport)
            return;
        for (var i = open + 1; i < close; i++)
            code.Add(lines[i].Number);
    }
}
