using PostmortemInsights.Analyzing;
using PostmortemInsights.Reporting.Escaping;
using PostmortemInsights.Reporting.Pages;

namespace PostmortemInsights.Reporting.Terminal;

/// <summary>A table in columns of characters: figures at the right, words wrapped so that the whole fits the width.</summary>
internal static class TextTable
{
    private const int Gap = 2;
    private const int NarrowestColumn = 10;
    private const int ShownIncidents = 2;

    /// <summary>Rows shown of a table that a reader would scroll past.</summary>
    public const int ShownRows = 15;

    /// <summary>Writes an empty line, the caption, the headings and the first rows, and how many more there are.</summary>
    public static void Write(TextWriter writer, Table table, int width, int shownRows = ShownRows)
    {
        var rows = table.Rows.Take(shownRows).Select(static row => row.Cells.Select(Lines).ToArray()).ToList();
        var widths = Widths(table, rows, width);
        writer.Write('\n');
        foreach (var line in TextLayout.Wrap(VisibleText.Of(table.Caption), width))
            writer.Write($"{line}\n");
        WriteRow(writer, table, widths, [.. table.Columns.Select(static c => (IReadOnlyList<string>)[c.Name])]);
        writer.Write($"{string.Join(new string(' ', Gap), widths.Select(static w => new string('-', w)))}\n");
        foreach (var row in rows)
            WriteRow(writer, table, widths, row);
        if (table.Rows.Length > shownRows)
            writer.Write($"and {Figures.Count(table.Rows.Length - shownRows)} more, which the other formats show\n");
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

    /// <summary>Columns as wide as their widest cell; where that is too much, the widest columns of words give way, then headings of figures.</summary>
    private static int[] Widths(Table table, List<IReadOnlyList<string>[]> rows, int width)
    {
        var widths = table.Columns.Select((column, i) => Widest(rows.SelectMany(row => row[i]).Append(column.Name))).ToArray();
        var least = table.Columns.Select((column, i) => column.IsFigure
            ? Widest(rows.SelectMany(row => row[i]).Concat(column.Name.Split(' ')))
            : Math.Min(widths[i], NarrowestColumn)).ToArray();
        var excess = widths.Sum() + (Gap * (widths.Length - 1)) - width;
        for (; excess > 0 && Enumerable.Range(0, widths.Length).Any(i => widths[i] > least[i]); excess--)
            widths[Enumerable.Range(0, widths.Length).Where(i => widths[i] > least[i]).MaxBy(i => widths[i])]--;
        return widths;
    }

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
