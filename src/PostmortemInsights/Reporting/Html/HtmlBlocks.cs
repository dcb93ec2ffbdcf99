using System.Collections.Immutable;
using PostmortemInsights.Analyzing;
using PostmortemInsights.Reporting.Charts;
using PostmortemInsights.Reporting.Escaping;
using PostmortemInsights.Reporting.Pages;

namespace PostmortemInsights.Reporting.Html;

/// <summary>Writes the pieces of a section as HTML.</summary>
internal sealed class HtmlBlocks(TextWriter writer, string linkBase)
{
    private const int ShownIncidents = 6;
    private const int MostIncidents = 200;
    private const int ShownRows = 15;
    private const int ShortText = 24;
    private const int LongText = 60;
    private const int MostNarrow = 5;
    private const int ShownStrips = 40;
    private int _drawings;
    private int _tables;

    public void Write(Block block)
    {
        switch (block)
        {
            case Paragraph paragraph:
                writer.Write($"<p>{HtmlText.Escape(paragraph.Text)}</p>\n");
                break;
            case Drawing drawing:
                writer.Write($"<figure><figcaption>{HtmlText.Escape(drawing.Caption)}</figcaption>{drawing.Draw(NextId())}</figure>\n");
                break;
            case Table table:
                Write(table);
                break;
            case Strips strips:
                Write(strips);
                break;
        }
    }

    private string NextId() => $"g{Figures.Plain(++_drawings)}";

    /// <summary>The first rows, and the rest folded away.</summary>
    private void Write(Table table)
    {
        Write(table.Caption, table.Columns, table.Rows.Take(ShownRows));
        if (table.Rows.Length <= ShownRows)
            return;
        writer.Write($"<details><summary>{Figures.Count(table.Rows.Length - ShownRows, "more row")}</summary>\n");
        Write($"{table.Caption}, continued", table.Columns, table.Rows.Skip(ShownRows));
        writer.Write("</details>\n");
    }

    private void Write(string caption, ImmutableArray<Column> columns, IEnumerable<Row> rows)
    {
        var id = $"t{Figures.Plain(++_tables)}";
        writer.Write($"<p class=\"caption\" id=\"{id}\">{HtmlText.Escape(caption)}</p>\n");
        var look = columns.Length > MostNarrow ? " class=\"cards\"" : "";
        writer.Write($"<div class=\"table\" role=\"region\" tabindex=\"0\" aria-labelledby=\"{id}\">\n<table{look} aria-labelledby=\"{id}\">\n<thead><tr>");
        foreach (var column in columns.Where(static c => !c.IsBelow))
            writer.Write($"<th scope=\"col\"{(column.IsFigure ? " class=\"n\"" : "")}>{HtmlText.Escape(column.Name)}</th>");
        writer.Write("</tr></thead>\n<tbody>\n");
        foreach (var row in rows)
            Write(row, columns);
        writer.Write("</tbody>\n</table>\n</div>\n");
    }

    private void Write(Row row, ImmutableArray<Column> columns)
    {
        var below = columns.LastIndexOf(columns.FirstOrDefault(static c => c.IsBelow)!);
        writer.Write(below < 0 ? "<tr>" : "<tr class=\"over\">");
        for (var i = 0; i < row.Cells.Length; i++)
        {
            if (i != below)
                Write(row.Cells[i], columns[i], isFirst: i == 0);
        }

        writer.Write("</tr>\n");
        if (below < 0)
            return;
        writer.Write($"<tr class=\"below\"><td colspan=\"{Figures.Plain(columns.Length - 1)}\"><span>{HtmlText.Escape(columns[below].Name)}: </span>");
        Write(row.Cells[below]);
        writer.Write("</td></tr>\n");
    }

    /// <summary>A phone shows a wide table's rows as cards, each cell with the name of its column.</summary>
    private void Write(Cell cell, Column column, bool isFirst)
    {
        var element = isFirst ? "th scope=\"row\"" : $"td data-of=\"{HtmlText.Escape(column.Name)}\"";
        writer.Write($"<{element}{StyleOf(cell, column)}>");
        Write(cell);
        writer.Write(isFirst ? "</th>" : "</td>");
    }

    /// <summary>Figures stand at the right; a short text is not broken, a long one gets room.</summary>
    private static string StyleOf(Cell cell, Column column) => (column.IsFigure, cell.Text.Length) switch
    {
        (true, _) => " class=\"n\"",
        (_, > 0 and <= ShortText) => " class=\"s\"",
        (_, >= LongText) => " class=\"w\"",
        _ => "",
    };

    private void Write(Cell cell)
    {
        writer.Write(HtmlText.Escape(cell.Text));
        if (cell.Note.Length > 0)
            writer.Write($"<small>{HtmlText.Escape(cell.Note)}</small>");
        WritePlaces(cell.Incidents.Take(ShownIncidents));
        if (cell.Incidents.Length <= ShownIncidents)
            return;
        writer.Write($"<details><summary>{Figures.Count(cell.Incidents.Length - ShownIncidents)} more</summary>");
        WritePlaces(cell.Incidents.Skip(ShownIncidents).Take(MostIncidents));
        if (cell.Incidents.Length > ShownIncidents + MostIncidents)
            writer.Write($"and {Figures.Count(cell.Incidents.Length - ShownIncidents - MostIncidents)} more, which the JSON format holds");
        writer.Write("</details>");
    }

    private void WritePlaces(IEnumerable<IncidentReference> incidents)
    {
        var first = true;
        foreach (var incident in incidents)
        {
            writer.Write(first ? "<ul class=\"places\">" : "");
            writer.Write($"<li>{Link(incident, incident.Title)}</li>");
            first = false;
        }

        writer.Write(first ? "" : "</ul>");
    }

    private string Link(IncidentReference incident, string words) =>
        $"<a href=\"{HtmlText.Escape(SourceLink.To(incident, linkBase))}\">{HtmlText.Escape(words)}</a>";

    private void Write(Strips strips)
    {
        writer.Write("<ul class=\"key\">\n");
        foreach (var (style, words) in StripKey)
            writer.Write($"<li><svg viewBox=\"0 0 14 12\" aria-hidden=\"true\"><rect x=\"0\" y=\"0\" width=\"14\" height=\"12\" class=\"{style}\"/></svg>{words}</li>\n");
        writer.Write("</ul>\n");
        foreach (var strip in strips.Incidents.Take(ShownStrips))
            Write(strip);
        if (strips.Incidents.Length <= ShownStrips)
            return;
        writer.Write($"<details><summary>{Figures.Count(strips.Incidents.Length - ShownStrips, "earlier incident")}</summary>\n");
        foreach (var strip in strips.Incidents.Skip(ShownStrips))
            Write(strip);
        writer.Write("</details>\n");
    }

    private static IEnumerable<(string Style, string Words)> StripKey =>
    [
        ("p0", "until noticed (▼)"), ("p1", "until the cause was found (◆)"), ("p2", "until the end (■; ▲ last step of the fix)"), ("p4", "cause not told"), ("wrong", "wrong path"),
    ];

    private void Write(IncidentStrip strip)
    {
        var day = Figures.Day(strip.Incident.Date);
        var length = strip.IsContradictory ? "times contradict each other" : strip.Minutes is { } minutes ? Figures.Minutes(minutes) : "duration not told";
        writer.Write($"<div class=\"strip\">\n<h3>{Link(strip.Incident, strip.Incident.Title)}</h3>\n");
        writer.Write($"<p>{HtmlText.Escape($"{day} · {length} · {strip.Cause} · {string.Join(", ", strip.Components)}")}</p>\n");
        if (strip.Marks.Length > 0)
        {
            writer.Write($"{StripDrawing.Draw(NextId(), strip)}\n");
            writer.Write($"<p>{string.Join(" · ", strip.Marks.Select(mark => Said(strip, mark)))}</p>\n");
        }

        writer.Write("</div>\n");
    }

    private string Said(IncidentStrip strip, StripMark mark)
    {
        var said = StripTable.Said(mark);
        return mark.Line is null ? HtmlText.Escape(said) : Link(strip.Incident with { Line = mark.Line }, said);
    }
}
