using PostmortemInsights.Analyzing;

namespace PostmortemInsights.Reporting;

/// <summary>A table in columns of characters: figures at the right, words wrapped so that the whole fits the width.</summary>
internal static class TextTable
{
    private const int Gap = 2;
    private const int NarrowestColumn = 8;
    private const int ShownIncidents = 3;

    /// <summary>Writes an empty line, the caption, the headings and the rows.</summary>
    public static void Write(TextWriter writer, Table table, int width)
    {
        var cells = table.Rows.Select(static row => row.Cells.Select(Lines).ToArray()).ToList();
        var widths = Widths(table, cells, width);
        writer.Write('\n');
        foreach (var line in TextLayout.Wrap(VisibleText.Of(table.Caption), width))
            writer.Write($"{line}\n");
        WriteRow(writer, table, widths, [.. table.Columns.Select(static c => (IReadOnlyList<string>)[c.Name])]);
        writer.Write($"{string.Join(new string(' ', Gap), widths.Select(static w => new string('-', w)))}\n");
        foreach (var row in cells)
            WriteRow(writer, table, widths, row);
    }

    private static IReadOnlyList<string> Lines(Cell cell)
    {
        var places = cell.Incidents.Take(ShownIncidents).Select(Place);
        var more = cell.Incidents.Length > ShownIncidents ? [$"and {Figures.Count(cell.Incidents.Length - ShownIncidents)} more"] : Array.Empty<string>();
        var text = cell.Text.Length > 0 ? [VisibleText.Of(cell.Text)] : Array.Empty<string>();
        return [.. text, .. places, .. more];
    }

    private static string Place(IncidentReference incident) =>
        VisibleText.Of(incident.Line is { } line ? $"{incident.Source}:{line}" : incident.Source);

    /// <summary>Columns as wide as their widest cell; where that is too much, the widest columns of words give way.</summary>
    private static int[] Widths(Table table, List<IReadOnlyList<string>[]> rows, int width)
    {
        var widths = table.Columns.Select((column, i) => rows
            .SelectMany(row => row[i])
            .Append(column.Name)
            .Max(TextLayout.Width)).ToArray();
        while (widths.Sum() + (Gap * (widths.Length - 1)) > width)
        {
            var widest = Enumerable.Range(0, widths.Length).MaxBy(i => table.Columns[i].IsFigure ? 0 : widths[i]);
            if (table.Columns[widest].IsFigure || widths[widest] <= NarrowestColumn)
                break;
            widths[widest]--;
        }

        return widths;
    }

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
