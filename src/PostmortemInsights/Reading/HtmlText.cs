using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace PostmortemInsights.Reading;

/// <summary>The text of a web page with Markdown headings, lists, tables and emphasis, without what surrounds it.</summary>
internal static class HtmlText
{
    // As browsers do: deeper elements become siblings, and no walk of the tree can overflow the stack.
    private const int MaximumDepth = 256;

    private static readonly HtmlParserOptions Options = new() { MaximumDepth = MaximumDepth, SkipComments = true, DisableElementPositionTracking = true };

    public static string Extract(string html)
    {
        var document = new HtmlParser(Options).ParseDocument(html);
        if (document.Body is not { } body)
            return "";

        var content = HtmlContent.Of(body);
        var renderer = new HtmlRenderer(content);
        if (TitleOf(document, content) is { Length: > 0 } title)
            renderer.WriteTitle(title);
        renderer.Render(content.Root);
        return renderer.ToString();
    }

    // The heading that stands above the chosen part, else the page's title if there is no heading at all.
    private static string? TitleOf(IDocument document, HtmlContent content)
    {
        if (content.Root.QuerySelector("h1") is not null)
            return null;
        var heading = document.QuerySelectorAll("h1").FirstOrDefault(h => !content.IsInChrome(h));
        return (heading?.TextContent ?? document.Title)?.Trim();
    }
}
