using PostmortemInsights.Analyzing;
using PostmortemInsights.Reporting.Escaping;
using PostmortemInsights.Reporting.Pages;

namespace PostmortemInsights.Reporting.Terminal;

/// <summary>A table in columns of characters: figures at the right, words wrapped so that the whole fits the width.</summary>
internal static class TextTable
{
    private const int Gap = 2;
    private const int NarrowestColumn = 8;
    private const int LongestWord = 24;
    private const int ShownIncidents = 2;
    private const string Indent = "    ";

    /// <summary>Rows shown of a table that a reader would scroll past.</summary>
    public const int ShownRows = 15;

    /// <summary>Writes an empty line, the caption, the headings and the first rows, and how many more there are.</summary>
    public static void Write(TextWriter writer, Table whole, int width, int shownRows = ShownRows)
    {
        var table = Beside(whole);
        var rows = table.Rows.Take(shownRows).Select(static row => row.Cells.Select(Lines).ToArray()).ToList();
        var widths = Widths(table, rows, width);
        writer.Write('\n');
        foreach (var line in TextLayout.Wrap(VisibleText.Of(table.Caption), width))
            writer.Write($"{line}\n");
        WriteRow(writer, table, widths, [.. table.Columns.Select(static c => (IReadOnlyList<string>)[c.Name])]);
        writer.Write($"{string.Join(new string(' ', Gap), widths.Select(static w => new string('-', w)))}\n");
        for (var i = 0; i < rows.Count; i++)
        {
            WriteRow(writer, table, widths, rows[i]);
            WriteBelow(writer, whole.Rows[i].Cells.Skip(table.Columns.Length), width);
        }

        if (table.Rows.Length > shownRows)
            writer.Write($"and {Figures.Count(table.Rows.Length - shownRows)} more, which the other formats show\n");
    }

    /// <summary>The table without the last column where that stands below the rows.</summary>
    private static Table Beside(Table table) => table.Columns is [.. var beside, { IsBelow: true }]
        ? table with { Columns = beside, Rows = [.. table.Rows.Select(static row => new Row(row.Cells[..^1]))] }
        : table;

    private static void WriteBelow(TextWriter writer, IEnumerable<Cell> cells, int width)
    {
        foreach (var cell in cells)
        {
            foreach (var line in TextLayout.Wrap(string.Join(", ", Lines(cell)), width - Indent.Length))
                writer.Write($"{Indent}{line}\n");
        }
    }

    private static IReadOnlyList<string> Lines(Cell cell)
    {
        var places = cell.Incidents.Take(ShownIncidents).Select(Place);
        var more = cell.Incidents.Length - ShownIncidents;
        IEnumerable<string> said = [VisibleText.Of(cell.Text), VisibleText.Of(cell.Note), .. places, more > 0 ? $"and {Figures.Count(more)} more" : ""];
        return [.. said.Where(static line => line.Length > 0)];
    }

    private static string Place(IncidentReference incident) =>
        VisibleText.Of(incident.Line is { } line ? $"{incident.Source}:{Figures.Plain(line)}" : incident.Source);

    /// <summary>Columns as wide as their widest cell; where that is too much, the widest give way, as long as they can without cutting
    /// words, then columns of words at the cost of their words.</summary>
    private static int[] Widths(Table table, List<IReadOnlyList<string>[]> rows, int width)
    {
        var widths = new int[table.Columns.Length];
        var whole = new int[table.Columns.Length];
        var least = new int[table.Columns.Length];
        for (var i = 0; i < widths.Length; i++)
        {
            var lines = rows.SelectMany(row => row[i]).ToList();
            var words = Widest(lines.Append(table.Columns[i].Name).SelectMany(static line => line.Split(' ')));
            widths[i] = Widest(lines.Append(table.Columns[i].Name));
            whole[i] = table.Columns[i].IsFigure ? Math.Max(words, WidestFigure(table, i)) : Math.Min(words, LongestWord);
            least[i] = table.Columns[i].IsFigure ? whole[i] : Math.Min(whole[i], NarrowestColumn);
        }

        Shrink(widths, whole, width);
        Shrink(widths, least, width);
        return widths;
    }

    private static void Shrink(int[] widths, int[] least, int width)
    {
        for (var excess = widths.Sum() + (Gap * (widths.Length - 1)) - width; excess > 0; excess--)
        {
            var widest = Enumerable.Range(0, widths.Length).Where(i => widths[i] > least[i]).Select(static i => (int?)i).MaxBy(i => widths[i!.Value]);
            if (widest is not { } column)
                return;
            widths[column]--;
        }
    }

    /// <summary>Figures are not broken, the small print below them may be.</summary>
    private static int WidestFigure(Table table, int column) => Widest(table.Rows.Select(row => row.Cells[column].Text));

    private static int Widest(IEnumerable<string> lines) => lines.Select(TextLayout.Width).DefaultIfEmpty(0).Max();

    private static void WriteRow(TextWriter writer, Table table, int[] widths, IReadOnlyList<string>[] cells)
    {
        var wrapped = cells.Select((lines, i) => lines.SelectMany(l => TextLayout.Wrap(l, widths[i])).ToList()).ToList();
        for (var line = 0; line < wrapped.Max(static w => w.Count); line++)
        {
            var row = wrapped.Select((lines, i) => TextLayout.Pad(line < lines.Count ? lines[line] : "", widths[i], table.Columns[i].IsFigure));
            writer.Write($"{string.Join(new string(' ', Gap), row).TrimEnd()}\n");
        }
    }
}
