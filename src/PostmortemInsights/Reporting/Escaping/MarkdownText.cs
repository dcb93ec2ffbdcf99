using System.Text;

namespace PostmortemInsights.Reporting.Escaping;

/// <summary>Text from a file as Markdown that shows it as it is.</summary>
internal static class MarkdownText
{
    private const string Active = "\\`*_{}[]<>|&~#$!";

    /// <summary>The text on one line; what Markdown or HTML would act on stands behind a backslash.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in VisibleText.Of(text))
        {
            if (Active.Contains(character, StringComparison.Ordinal))
                escaped.Append('\\');
            escaped.Append(character);
        }

        return escaped.ToString();
    }
}
