using PostmortemInsights.Analyzing;
using PostmortemInsights.Reporting.Escaping;
using PostmortemInsights.Reporting.Pages;
using PostmortemInsights.Reporting.Terminal;

namespace PostmortemInsights.Reporting;

/// <summary>A review as plain text for a terminal.</summary>
public static class ReviewText
{
    /// <summary>The narrowest page, in columns.</summary>
    public const int NarrowestWidth = 40;

    /// <summary>Writes the review, with <c>\n</c> as line end.</summary>
    /// <param name="review">What to write.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="width">Columns of the terminal; lines are broken to fit, except for paths.</param>
    public static void Write(ReliabilityReview review, TextWriter writer, int width = 100) => Write(ReviewPage.Of(review), writer, width);

    /// <summary>Writes only what keeps coming back.</summary>
    /// <param name="repeats">What to write.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="width">Columns of the terminal.</param>
    public static void Write(Repeats repeats, TextWriter writer, int width = 100) => Write(RepeatsPage.Of(repeats), writer, width);

    /// <summary>Writes a page; of a longer table the first <paramref name="shownRows"/> rows.</summary>
    internal static void Write(Page page, TextWriter writer, int width, int shownRows = TextTable.ShownRows)
    {
        var columns = Math.Max(width, NarrowestWidth);
        WriteHeading(writer, page.Title, '=');
        foreach (var sentence in page.Opening)
            WriteParagraph(writer, sentence, columns);
        foreach (var section in page.Sections)
            WriteSection(writer, section, columns, shownRows);
    }

    private static void WriteSection(TextWriter writer, Section section, int width, int shownRows)
    {
        writer.Write('\n');
        WriteHeading(writer, section.Title, '-');
        foreach (var block in section.Blocks)
        {
            if (block is Paragraph paragraph)
                WriteParagraph(writer, paragraph.Text, width);
            else if (block is Table table)
                TextTable.Write(writer, table, width, shownRows);
            else if (block is Strips strips)
                TextTable.Write(writer, StripTable.Of(strips), width, shownRows);
        }
    }

    private static void WriteHeading(TextWriter writer, string title, char line)
    {
        var shown = VisibleText.Of(title);
        writer.Write($"{shown}\n{new string(line, TextLayout.Width(shown))}\n");
    }

    private static void WriteParagraph(TextWriter writer, string text, int width)
    {
        writer.Write('\n');
        foreach (var line in TextLayout.Wrap(VisibleText.Of(text), width))
            writer.Write($"{line}\n");
    }
}
