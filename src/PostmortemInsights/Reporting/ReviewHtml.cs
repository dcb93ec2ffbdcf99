using PostmortemInsights.Analyzing;
using PostmortemInsights.Reporting.Escaping;
using PostmortemInsights.Reporting.Html;
using PostmortemInsights.Reporting.Pages;

namespace PostmortemInsights.Reporting;

/// <summary>
/// A review as one HTML file that needs no script and asks nothing of any server; its content policy forbids both. It follows light and dark,
/// fits a phone and can be printed.
/// </summary>
public static class ReviewHtml
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    /// <summary>Writes the review, with <c>\n</c> as line end.</summary>
    /// <param name="review">What to write.</param>
    /// <param name="writer">Where to; as UTF-8.</param>
    /// <param name="linkBase">Goes before each document's path in links: the way from the report to the folder that the paths start from.</param>
    public static void Write(ReliabilityReview review, TextWriter writer, string linkBase = "") =>
        Write(ReviewPage.Of(review), Made(review.Provenance), writer, linkBase);

    /// <summary>Writes only what keeps coming back.</summary>
    /// <param name="repeats">What to write.</param>
    /// <param name="writer">Where to; as UTF-8.</param>
    /// <param name="linkBase">Goes before each document's path in links.</param>
    public static void Write(Repeats repeats, TextWriter writer, string linkBase = "") => Write(RepeatsPage.Of(repeats), "", writer, linkBase);

    private static string Made(Provenance provenance) => $"PostmortemInsights {provenance.ToolVersion} · corpus {provenance.CorpusHash}";

    private static void Write(Page page, string made, TextWriter writer, string linkBase)
    {
        WriteHead(writer, page);
        writer.Write($"<header>\n<h1>{HtmlText.Escape(page.Title)}</h1>\n");
        if (made.Length > 0)
            writer.Write($"<p class=\"made\">{HtmlText.Escape(made)}</p>\n");
        WriteOpening(writer, page);
        WriteContents(writer, page);
        writer.Write("</header>\n<main>\n");
        var blocks = new HtmlBlocks(writer, linkBase);
        for (var i = 0; i < page.Sections.Length; i++)
        {
            writer.Write($"<section id=\"s{Figures.Plain(i + 1)}\">\n<h2>{HtmlText.Escape(page.Sections[i].Title)}</h2>\n");
            foreach (var block in page.Sections[i].Blocks)
                blocks.Write(block);
            writer.Write("</section>\n");
        }

        writer.Write("</main>\n</body>\n</html>\n");
    }

    private static void WriteHead(TextWriter writer, Page page)
    {
        writer.Write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        writer.Write($"<meta http-equiv=\"Content-Security-Policy\" content=\"{Policy}\">\n");
        writer.Write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        writer.Write($"<title>{HtmlText.Escape(page.Title)}</title>\n<style>\n");
        foreach (var rule in EmbeddedText.Lines("Reporting/style.txt"))
            writer.Write($"{rule}\n");
        writer.Write("</style>\n</head>\n<body>\n");
    }

    private static void WriteOpening(TextWriter writer, Page page)
    {
        if (page.Opening.Length == 0)
            return;
        writer.Write("<ol class=\"opening\">\n");
        foreach (var sentence in page.Opening)
            writer.Write($"<li>{HtmlText.Escape(sentence)}</li>\n");
        writer.Write("</ol>\n");
    }

    private static void WriteContents(TextWriter writer, Page page)
    {
        writer.Write("<nav aria-label=\"Contents\">\n");
        for (var i = 0; i < page.Sections.Length; i++)
            writer.Write($"<a href=\"#s{Figures.Plain(i + 1)}\">{HtmlText.Escape(page.Sections[i].Title)}</a>\n");
        writer.Write("</nav>\n");
    }
}
