using System.Globalization;
using AngleSharp.Dom;

namespace PostmortemInsights.Reading;

/// <summary>Writes the elements of a page as Markdown.</summary>
/// <param name="content">What of the page counts.</param>
/// <param name="isPlain">True to leave out emphasis, as headings do.</param>
internal sealed class HtmlRenderer(HtmlContent content, bool isPlain = false)
{
    private const string Indentation = "  ";
    private readonly MarkdownWriter _writer = new();

    public void WriteTitle(string title)
    {
        _writer.Write("# " + title);
        _writer.EndBlock();
    }

    public void Render(INode parent)
    {
        for (var child = parent.FirstChild; child is not null; child = child.NextSibling)
            RenderNode(child);
    }

    public override string ToString() => _writer.ToString();

    private void RenderNode(INode node)
    {
        if (node is IText text)
            _writer.Write(text.Data);
        else if (node is IElement element && !content.IsLeftOut(element))
            RenderElement(element);
    }

    private void RenderElement(IElement element)
    {
        switch (element.LocalName)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                RenderHeading(element);
                break;
            case "ul" or "ol" or "menu":
                RenderList(element);
                break;
            case "li":
                RenderItem(element, "- ");
                break;
            case "dt":
                RenderTerm(element);
                break;
            case "dd":
                RenderDefinition(element);
                break;
            case "blockquote":
                RenderQuote(element);
                break;
            case "pre":
                RenderPreformatted(element);
                break;
            case "table" when HtmlTable.IsData(element):
                RenderTable(element);
                break;
            case "br":
                RenderLineBreak();
                break;
            default:
                RenderOther(element);
                break;
        }
    }

    private void RenderOther(IElement element)
    {
        switch (element.LocalName)
        {
            case "b" or "strong" when !isPlain:
                _writer.StartBold();
                Render(element);
                _writer.EndBold();
                break;
            case "input" when element.GetAttribute("type") == "checkbox":
                _writer.Write(element.HasAttribute("checked") ? "[x] " : "[ ] ");
                break;
            case "a" when IsPermalink(element):
                break;
            case "hr" or "address" or "article" or "caption" or "center" or "details" or "div" or "dl" or "fieldset" or "figcaption" or "figure"
                or "footer" or "form" or "header" or "hgroup" or "legend" or "main" or "p" or "section" or "summary" or "table" or "td" or "th" or "tr":
                _writer.EndBlock();
                Render(element);
                _writer.EndBlock();
                break;
            default:
                Render(element);
                break;
        }
    }

    private void RenderHeading(IElement element)
    {
        _writer.EndBlock();
        if (TextOf(element, isPlain: true) is { Length: > 0 } text)
            _writer.Write(new string('#', element.LocalName[1] - '0') + " " + text);
        _writer.EndBlock();
    }

    private void RenderLineBreak()
    {
        if (_writer.IsAtLineStart)
            _writer.EndBlock();
        else
            _writer.EndLine();
    }

    private void RenderList(IElement list)
    {
        var isNested = list.ParentElement?.LocalName is "li" or "ul" or "ol";
        EndBefore(isNested);
        var number = int.TryParse(list.GetAttribute("start"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var start) ? start : 1;
        foreach (var child in list.ChildNodes)
        {
            if (child is IElement { LocalName: "li" } item)
                RenderItem(item, list.LocalName == "ol" ? string.Create(CultureInfo.InvariantCulture, $"{number++}. ") : "- ");
            else
                RenderIndented(() => RenderNode(child));
        }

        EndBefore(isNested);
    }

    private void EndBefore(bool isNested)
    {
        if (!isNested)
        {
            _writer.EndBlock();
            return;
        }

        _writer.EndLine();
        _writer.Tighten();
    }

    private void RenderItem(IElement item, string marker)
    {
        if (content.IsLeftOut(item))
            return;
        _writer.EndLine();
        _writer.Indent(marker, new string(' ', marker.Length));
        Render(item);
        _writer.EndLine();
        _writer.Tighten();
        _writer.Outdent();
    }

    private void RenderIndented(Action render)
    {
        _writer.Indent(Indentation, Indentation);
        render();
        _writer.Outdent();
    }

    // The line stays open for the definition that follows.
    private void RenderTerm(IElement term)
    {
        _writer.EndLine();
        _writer.Write(TextOf(term, isPlain: true).TrimEnd(':', ' '));
    }

    private void RenderDefinition(IElement definition)
    {
        if (!_writer.IsAtLineStart)
            _writer.Write(":");
        if (definition.QuerySelector("ul, ol, dl, table, pre, blockquote") is not null)
            _writer.EndLine();
        _writer.Write(" ");
        if (_writer.IsAtLineStart)
            RenderIndented(() => Render(definition));
        else
            _writer.Write(TextOf(definition, isPlain));
        _writer.EndLine();
        _writer.Tighten();
    }

    private void RenderQuote(IElement quote)
    {
        _writer.EndBlock();
        _writer.Indent("> ", "> ");
        Render(quote);
        _writer.EndBlock();
        _writer.Outdent();
    }

    // Archives of mailing lists put a whole letter into <pre>: that is text, not code.
    private void RenderPreformatted(IElement element)
    {
        foreach (var lineBreak in element.QuerySelectorAll("br").ToList())
            lineBreak.TextContent = "\n";
        var text = element.TextContent.Trim('\n');
        if (string.IsNullOrWhiteSpace(text))
            return;

        var fence = content.HoldsMost(element) && element.QuerySelector("code") is null ? "" : text.Contains("```", StringComparison.Ordinal) ? "````" : "```";
        _writer.EndBlock();
        foreach (var line in (string[])[fence, .. text.Split('\n'), fence])
            _writer.WriteLine(line);
        _writer.EndBlock();
    }

    private void RenderTable(IElement table)
    {
        _writer.EndBlock();
        if (table.QuerySelector("caption") is { } caption)
            RenderNode(caption);
        foreach (var line in HtmlTable.Lines(table, cell => TextOf(cell, isPlain: cell.LocalName == "th")))
            _writer.WriteLine(line);
        _writer.EndBlock();
    }

    // The element's text on one line.
    private string TextOf(IElement element, bool isPlain)
    {
        var inner = new HtmlRenderer(content, isPlain);
        inner.Render(element);
        return string.Join(' ', inner.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private static bool IsPermalink(IElement link) => link.TextContent.Trim() is "#" or "¶" or "§" or "🔗";
}
