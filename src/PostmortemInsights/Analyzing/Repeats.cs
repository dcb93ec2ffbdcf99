using System.Collections.Immutable;

namespace PostmortemInsights.Analyzing;

/// <summary>What keeps coming back.</summary>
/// <param name="Actions">Action items that several incidents asked for.</param>
public sealed record Repeats(ImmutableArray<RecurringAction> Actions)
{
    internal static Repeats Of(IReadOnlyList<ReviewedIncident> incidents) => new(RecurringAction.Find(incidents));
}
