using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>Finds the incident's title.</summary>
internal static class TitleReader
{
    /// <summary>The title as written; null when the document has none of its own.</summary>
    public static Found<string>? Read(SourceDocument document, Outline outline)
    {
        if (document.FrontMatter?.Find("title") is { } entry && entry.Value.Length > 0)
            return new Found<string>(entry.Value, entry.Span);
        var first = outline.Blocks.FirstOrDefault(static block => block.Kind == BlockKind.Heading);
        return first is null ? null : new Found<string>(first.Text.Value, first.Text.Span);
    }
}
