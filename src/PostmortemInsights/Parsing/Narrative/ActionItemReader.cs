using System.Collections.Immutable;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Outlining;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>Finds the follow-ups named after the fact.</summary>
internal static class ActionItemReader
{
    /// <summary>The follow-ups in order.</summary>
    public static ImmutableArray<ActionItem> Read(Outline outline) =>
        [.. outline.Of(PassageKind.Actions).Where(static b => b.Kind == BlockKind.Item).Select(static b => new ActionItem(b.Text.Value, null, null, ActionKind.Prevent, b.Text.Span))];
}
