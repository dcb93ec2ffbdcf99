using System.Collections.Frozen;
using AngleSharp.Dom;

namespace PostmortemInsights.Reading;

/// <summary>Which part of a page is the document, and what in it is not.</summary>
internal sealed class HtmlContent
{
    private const double Most = 0.5;
    private const double NearlyAll = 0.75;

    private static readonly FrozenSet<string> Chrome = EmbeddedText.Lines("Reading/chrome.txt").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> NeverText = FrozenSet.Create(
        StringComparer.Ordinal, "script", "style", "template", "noscript", "svg", "iframe", "object", "select", "textarea", "canvas", "audio", "video", "head", "math");

    private readonly int _length;

    private HtmlContent(IElement root)
    {
        Root = root;
        _length = TextLength(root);
    }

    /// <summary>The element that holds the document.</summary>
    public IElement Root { get; }

    /// <summary>
    /// The <c>main</c> element if it holds most of the text, else the body; in it the article that holds nearly all: pages cut one
    /// report into several articles, and then none of them is the document.
    /// </summary>
    public static HtmlContent Of(IElement body)
    {
        var page = new HtmlContent(body);
        var main = page.Part("main, [role=main]", Most) ?? page;
        return main.Part("article", NearlyAll) ?? main;
    }

    /// <summary>Whether the element shows no text of the document: scripts, what is hidden, navigation and the like.</summary>
    public bool IsLeftOut(IElement element)
    {
        if (NeverText.Contains(element.LocalName) || IsHidden(element))
            return true;
        return IsChrome(element) && !HoldsMost(element);
    }

    /// <summary>Whether the element or one around it, below the body, is left out.</summary>
    public bool IsInChrome(IElement element)
    {
        for (var at = element; at is not null && at.LocalName != "body"; at = at.ParentElement)
        {
            if (IsLeftOut(at))
                return true;
        }

        return false;
    }

    /// <summary>Whether the element holds more than half of the text.</summary>
    public bool HoldsMost(IElement element) => Holds(element, Most);

    private HtmlContent? Part(string selector, double share) =>
        Root.QuerySelectorAll(selector).FirstOrDefault(e => Holds(e, share)) is { } found ? new HtmlContent(found) : null;

    private bool Holds(IElement element, double share) => TextLength(element) > _length * share;

    private static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden")
        || element.GetAttribute("aria-hidden") == "true"
        || (element.GetAttribute("style") is { } style && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase));

    // The header of a page is chrome; the header of an article holds its title and date.
    private static bool IsChrome(IElement element) =>
        Chrome.Contains(element.LocalName)
        || (element.GetAttribute("role") is { } role && Chrome.Contains($"[{role}]"))
        || element.ClassList.Any(static name => Chrome.Contains("." + name))
        || (element.LocalName == "header" && element.QuerySelector("h1") is null && element.Closest("main, article, [role=main]") is null);

    private static int TextLength(INode node)
    {
        if (node is IText text)
            return text.Data.Count(static c => !char.IsWhiteSpace(c));
        if (node is IElement element && (NeverText.Contains(element.LocalName) || IsHidden(element)))
            return 0;
        var length = 0;
        for (var child = node.FirstChild; child is not null; child = child.NextSibling)
            length += TextLength(child);
        return length;
    }
}
