using PostmortemInsights.Analyzing;
using PostmortemInsights.Reporting.Escaping;
using PostmortemInsights.Reporting.Pages;

namespace PostmortemInsights.Reporting;

/// <summary>A review as Markdown (CommonMark with the tables of GitHub).</summary>
public static class ReviewMarkdown
{
    private const int ShownIncidents = 12;

    /// <summary>Writes the review, with <c>\n</c> as line end.</summary>
    /// <param name="review">What to write.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="linkBase">Goes before each document's path in links: the way from the report to the folder that the paths start from.</param>
    public static void Write(ReliabilityReview review, TextWriter writer, string linkBase = "") => Write(ReviewPage.Of(review), writer, linkBase);

    /// <summary>Writes only what keeps coming back.</summary>
    /// <param name="repeats">What to write.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="linkBase">Goes before each document's path in links.</param>
    public static void Write(Repeats repeats, TextWriter writer, string linkBase = "") => Write(RepeatsPage.Of(repeats), writer, linkBase);

    private static void Write(Page page, TextWriter writer, string linkBase)
    {
        writer.Write($"# {MarkdownText.Escape(page.Title)}\n");
        for (var i = 0; i < page.Opening.Length; i++)
            writer.Write($"{(i == 0 ? "\n" : "")}{i + 1}. {MarkdownText.Escape(page.Opening[i])}\n");
        foreach (var section in page.Sections)
        {
            writer.Write($"\n## {MarkdownText.Escape(section.Title)}\n");
            foreach (var block in section.Blocks)
                WriteBlock(writer, block, linkBase);
        }
    }

    private static void WriteBlock(TextWriter writer, Block block, string linkBase)
    {
        if (block is Paragraph paragraph)
            writer.Write($"\n{MarkdownText.Escape(paragraph.Text)}\n");
        else if (block is Table table)
            WriteTable(writer, table, linkBase);
        else if (block is Strips strips)
            WriteTable(writer, StripTable.Of(strips), linkBase);
    }

    private static void WriteTable(TextWriter writer, Table table, string linkBase)
    {
        writer.Write($"\n**{MarkdownText.Escape(table.Caption)}**\n\n");
        writer.Write($"| {string.Join(" | ", table.Columns.Select(static c => MarkdownText.Escape(c.Name)))} |\n");
        writer.Write($"|{string.Concat(table.Columns.Select(static c => c.IsFigure ? " ---: |" : " --- |"))}\n");
        foreach (var row in table.Rows)
            writer.Write($"| {string.Join(" | ", row.Cells.Select(cell => Text(cell, linkBase)))} |\n");
    }

    private static string Text(Cell cell, string linkBase)
    {
        var links = string.Join(", ", cell.Incidents.Take(ShownIncidents).Select(i => $"[{MarkdownText.Escape(i.Title)}]({SourceLink.To(i, linkBase)})"));
        var more = cell.Incidents.Length > ShownIncidents ? $" and {Figures.Count(cell.Incidents.Length - ShownIncidents)} more" : "";
        IEnumerable<string> said = [MarkdownText.Escape(cell.Text), cell.Note.Length > 0 ? $"({MarkdownText.Escape(cell.Note)})" : "", links + more];
        return string.Join(' ', said.Where(static part => part.Length > 0));
    }
}
