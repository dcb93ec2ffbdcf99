using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>What kind of document it is.</summary>
/// <param name="IsPostmortem">Whether it reports an incident.</param>
/// <param name="Reason">If not, what it is instead.</param>
internal readonly record struct Genre(bool IsPostmortem, string Reason)
{
    /// <summary>Judges whether a document reports an incident.</summary>
    public static Genre Judge(SourceDocument document, Outline outline) => new(outline.Blocks.Count > 0 && document.Text.Length > 0, "");
}
