using System.Collections.Immutable;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>What became of the hypotheses of an incident.</summary>
/// <param name="Paths">The wrong turns in order.</param>
/// <param name="Wrong">Indexes of the timeline entries that tell one.</param>
/// <param name="Vindicated">Indexes of the timeline entries whose hypothesis proved right.</param>
internal sealed record Investigation(ImmutableArray<MisleadingPath> Paths, ImmutableHashSet<int> Wrong, ImmutableHashSet<int> Vindicated)
{
    /// <summary>The timeline with its wrong turns and vindicated hypotheses marked.</summary>
    public ImmutableArray<TimelineEntry> Mark(ImmutableArray<TimelineEntry> timeline) =>
        TimelineKinds.InPlace([.. timeline.Select((entry, i) => entry with { Kind = Wrong.Contains(i) ? TimelineKind.Misleading : entry.Kind, Vindicated = Vindicated.Contains(i) })]);
}
