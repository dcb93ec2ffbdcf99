namespace PostmortemInsights.Reporting.Escaping;

/// <summary>Text from a file as HTML and SVG that show it as it is.</summary>
internal static class HtmlText
{
    /// <summary>The text on one line, fit for an element and for an attribute in double quotation marks.</summary>
    public static string Escape(string text) => VisibleText.Of(text)
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("'", "&#39;", StringComparison.Ordinal);
}
