using System.Globalization;
using AngleSharp.Dom;

namespace PostmortemInsights.Reading;

/// <summary>A table of a page as Markdown rows.</summary>
internal static class HtmlTable
{
    private const int MaximumSpan = 100;
    private const int MaximumRepeated = 200;

    /// <summary>Whether the table holds data; others only arrange a page.</summary>
    public static bool IsData(IElement table) =>
        table.GetAttribute("role") is not ("presentation" or "none")
        && table.QuerySelector("table, h1, h2, h3, h4, h5, h6, pre") is null
        && table.QuerySelectorAll("tr").Any(static row => CellsOf(row).Skip(1).Any());

    /// <summary>The rows as <c>| a | b |</c> with a separator row after the header, which is empty if the table has none.</summary>
    public static IEnumerable<string> Lines(IElement table, Func<IElement, string> textOf)
    {
        var rows = table.QuerySelectorAll("tr").ToList();
        var grid = Grid(rows, textOf);
        var width = grid.Max(static row => row.Count);
        var hasHeader = IsHeader(rows[0], grid[0]);
        yield return Line(hasHeader ? grid[0].Select(static cell => cell.Replace("**", "", StringComparison.Ordinal)) : [], width);
        yield return Line(Enumerable.Repeat("---", width), width);
        foreach (var row in grid.Skip(hasHeader ? 1 : 0).Where(static row => row.Exists(static cell => cell.Length > 0)))
            yield return Line(row, width);
    }

    // A cell that spans rows is repeated: the date beside three entries belongs to each of them.
    private static List<List<string>> Grid(List<IElement> rows, Func<IElement, string> textOf)
    {
        var grid = new List<List<string>>();
        var carried = new Dictionary<int, (int Rows, string Text)>();
        foreach (var row in rows)
        {
            var line = new List<string>();
            foreach (var cell in CellsOf(row))
            {
                TakeCarried(line, carried);
                var text = textOf(cell).Replace("|", "\\|", StringComparison.Ordinal);
                if (Span(cell, "rowspan") is > 1 and var height)
                    carried[line.Count] = (height - 1, text.Length <= MaximumRepeated ? text : "");
                line.Add(text);
                line.AddRange(Enumerable.Repeat("", Span(cell, "colspan") - 1));
            }

            TakeCarried(line, carried);
            grid.Add(line);
        }

        return grid;
    }

    private static void TakeCarried(List<string> line, Dictionary<int, (int Rows, string Text)> carried)
    {
        while (carried.Remove(line.Count, out var cell))
        {
            if (cell.Rows > 1)
                carried[line.Count] = (cell.Rows - 1, cell.Text);
            line.Add(cell.Text);
        }
    }

    private static bool IsHeader(IElement row, List<string> cells) =>
        row.ParentElement?.LocalName == "thead"
        || CellsOf(row).All(static cell => cell.LocalName == "th")
        || cells.TrueForAll(static cell => cell.StartsWith("**", StringComparison.Ordinal) && cell.EndsWith("**", StringComparison.Ordinal));

    private static IEnumerable<IElement> CellsOf(IElement row) => row.Children.Where(static cell => cell.LocalName is "td" or "th");

    private static int Span(IElement cell, string attribute) =>
        int.TryParse(cell.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, MaximumSpan) : 1;

    private static string Line(IEnumerable<string> cells, int width)
    {
        var all = cells.ToList();
        return "| " + string.Join(" | ", all.Concat(Enumerable.Repeat("", width - all.Count))) + " |";
    }
}
