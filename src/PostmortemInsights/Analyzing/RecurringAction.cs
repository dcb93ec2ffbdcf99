using System.Collections.Immutable;
using NodaTime;

namespace PostmortemInsights.Analyzing;

/// <summary>The same thing to be done, promised after several incidents.</summary>
/// <param name="Items">The items, by the date of their incidents.</param>
/// <param name="Incidents">How many incidents asked for it.</param>
/// <param name="First">Day of the first dated incident; null when none is dated.</param>
/// <param name="Last">Day of the last dated incident; null when none is dated.</param>
public sealed record RecurringAction(ImmutableArray<PromisedAction> Items, int Incidents, LocalDate? First, LocalDate? Last)
{
    internal static ImmutableArray<RecurringAction> Find(IReadOnlyList<ReviewedIncident> incidents) =>
    [
        .. incidents
            .SelectMany(static i => i.Incident.ActionItems.Select(item => PromisedAction.Of(i.Incident, item)))
            .GroupBy(static a => a.Text.Trim().TrimEnd('.').ToLowerInvariant(), StringComparer.Ordinal)
            .Select(static same => Of([.. same]))
            .Where(static group => group.Incidents > 1)
            .OrderByDescending(static g => g.Incidents)
            .ThenBy(static g => g.Items[0].Text, StringComparer.Ordinal)
    ];

    private static RecurringAction Of(ImmutableArray<PromisedAction> items) => new(
        items, items.DistinctBy(static a => a.Incident.Id, StringComparer.Ordinal).Count(),
        items.Min(static a => a.Incident.Date), items.Max(static a => a.Incident.Date));
}
