using System.Text.RegularExpressions;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Parsing.Outlining;

/// <summary>Reads tables whose columns stand between rules, the simple tables of reStructuredText: a row goes on where its first cell is blank.</summary>
internal static partial class RuledTables
{
    private const int MostLines = 400;

    /// <summary>The lines of all such tables by their number, each with the row that begins in it or null.</summary>
    public static Dictionary<int, Block?> Find(string document, List<Line> lines)
    {
        var found = new Dictionary<int, Block?>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (!IsRule(document, lines[i]) || End(document, lines, i) is not { } end)
                continue;
            var table = lines.GetRange(i, end - i + 1);
            foreach (var line in table)
                found[line.Number] = null;
            foreach (var row in Rows(document, table))
                found[row.Line] = row;
            i = end;
        }

        return found;
    }

    /// <summary>The last line of the table: a rule with nothing under it.</summary>
    private static int? End(string document, List<Line> lines, int start)
    {
        for (var i = start + 1; i < Math.Min(lines.Count, start + MostLines); i++)
        {
            if (IsRule(document, lines[i]) && (i + 1 == lines.Count || lines[i + 1].IsBlank))
                return i;
        }

        return null;
    }

    private static List<Block> Rows(string document, List<Line> table)
    {
        var columns = Column().Matches(document.Substring(table[0].Span.Start, table[0].Span.Length)).Select(match => table[0].Indent + match.Index).ToList();
        var rows = new List<Block>();
        IReadOnlyList<CleanText> header = [];
        foreach (var line in table.Where(static line => !line.IsBlank))
        {
            if (IsRule(document, line))
                header = rows.Count > 0 && header.Count == 0 ? rows[^1].Cells : header;
            else if (Cells(document, line, columns) is var cells && cells[0].IsEmpty && rows.Count > 0)
                rows[^1] = Continued(rows[^1], cells);
            else
                rows.Add(new Block(BlockKind.Row, CleanText.Join(document, [line.Span]), line.Number, line.Indent, 0) { Cells = cells, Header = header });
        }

        return rows;
    }

    private static Block Continued(Block row, List<CleanText> cells) => row with
    {
        Text = cells.Aggregate(row.Text, Joined),
        Cells = [.. row.Cells.Zip(cells, Joined)],
    };

    private static CleanText Joined(CleanText before, CleanText next) =>
        next.IsEmpty ? before : before.IsEmpty ? next : before.Append(next);

    private static List<CleanText> Cells(string document, Line line, List<int> columns)
    {
        var left = line.Span.Start - line.Indent;
        return [.. columns.Select((column, i) => Cell(document, line.Span, left + column, i + 1 < columns.Count ? left + columns[i + 1] : line.Span.End))];
    }

    private static CleanText Cell(string document, SourceSpan line, int from, int to)
    {
        var start = Math.Clamp(from, line.Start, line.End);
        return CleanText.Join(document, [new SourceSpan(start, Math.Clamp(to, start, line.End))]);
    }

    private static bool IsRule(string document, Line line) => !line.IsBlank && document[line.Span.Start] == '=' && Rule().IsMatch(document.AsSpan(line.Span.Start, line.Span.Length));

    [GeneratedRegex(@"\A=+(?:[ ]+=+)+\z")]
    private static partial Regex Rule();

    [GeneratedRegex("=+")]
    private static partial Regex Column();
}
