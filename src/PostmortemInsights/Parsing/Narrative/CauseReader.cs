using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Outlining;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>Finds the passages that state the root cause and those that say how it was fixed.</summary>
internal static class CauseReader
{
    /// <summary>The passages that state the root cause, joined by line breaks.</summary>
    public static Found<string>? RootCause(Outline outline, IReadOnlyList<TimelineEntry> timeline) => Join(outline.Of(PassageKind.RootCause));

    /// <summary>The passages that say how it was fixed, joined by line breaks.</summary>
    public static Found<string>? Resolution(Outline outline, IReadOnlyList<TimelineEntry> timeline) => Join(outline.Of(PassageKind.Resolution));

    private static Found<string>? Join(IEnumerable<Block> blocks)
    {
        var contents = blocks.Select(static block => block.Content).Where(static content => !content.IsEmpty).ToList();
        return contents.Count == 0
            ? null
            : new Found<string>(string.Join('\n', contents.Select(static c => c.Value)), contents.Select(static c => c.Span));
    }
}
