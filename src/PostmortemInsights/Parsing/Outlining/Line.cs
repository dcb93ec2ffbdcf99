using PostmortemInsights.Incidents;

namespace PostmortemInsights.Parsing.Outlining;

/// <summary>A line of the document, with what can be told from the line alone.</summary>
/// <param name="Span">The line without its end, without quotation marks in front, blanks around and the backslash of a hard break.</param>
/// <param name="Number">From 1.</param>
/// <param name="Indent">Columns before the text; a tab counts to the next multiple of four.</param>
/// <param name="Quoted">Whether a <c>&gt;</c> stood in front.</param>
internal readonly record struct Line(SourceSpan Span, int Number, int Indent, bool Quoted)
{
    public bool IsBlank => Span.Length == 0;

    /// <summary>Cuts a document into lines.</summary>
    public static List<Line> Split(string document)
    {
        var lines = new List<Line>();
        var start = 0;
        while (start <= document.Length)
        {
            var end = document.IndexOf('\n', start);
            if (end < 0)
                end = document.Length;
            lines.Add(Read(document, start, end, lines.Count + 1));
            start = end + 1;
        }

        return lines;
    }

    private static Line Read(string document, int start, int end, int number)
    {
        var (indent, quoted) = (0, false);
        while (start < end)
        {
            var c = document[start];
            if (c == '\t')
                indent += 4 - (indent % 4);
            else if (c is ' ' or '\u00A0')
                indent++;
            else if (c == '>' && (start + 1 == end || document[start + 1] is ' ' or '>') && indent < 40)
                quoted = true;
            else if (c is not ('\u200B' or '\uFEFF' or '\r'))
                break;
            start++;
        }

        while (end > start && (char.IsWhiteSpace(document[end - 1]) || IsHardBreak(document.AsSpan(start, end - start))))
            end--;
        return new Line(new SourceSpan(start, end), number, indent, quoted);
    }

    /// <summary>Whether a line ends in the backslash by which Markdown breaks a line within a paragraph.</summary>
    private static bool IsHardBreak(ReadOnlySpan<char> line) => line is [.., not '\\', '\\'];
}
