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
            if (!Marks.Fence().IsMatch(document.AsSpan(lines[i].Span.Start, lines[i].Span.Length)))
                continue;
            if (open >= 0)
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

    private static void Add(HashSet<int> code, List<Line> lines, int open, int close, int length)
    {
        if (lines[close].Span.Start - lines[open].Span.End > length * WholeReport)
            return;
        for (var i = open + 1; i < close; i++)
            code.Add(lines[i].Number);
    }
}
