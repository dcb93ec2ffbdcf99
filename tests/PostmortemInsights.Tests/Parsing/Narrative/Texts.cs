using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Tests.Parsing.Narrative;

/// <summary>Documents for the readers under test.</summary>
internal static class Texts
{
    public static SourceDocument Document(string text, FrontMatter? matter = null) =>
        new("report.md", text, DocumentFormat.Markdown, "utf-8", matter);

    public static Outline Outline(string text) => Outliner.Read(Document(text), SectionNames.Default);
}
