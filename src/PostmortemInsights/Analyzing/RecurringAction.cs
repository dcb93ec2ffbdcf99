using System.Collections.Immutable;
using NodaTime;
using PostmortemInsights.Analyzing.Wording;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Analyzing;

/// <summary>The same thing to be done, asked for after several incidents in whatever words.</summary>
/// <param name="What">What is to be done: a name of <c>action-works.txt</c>, or the wording of the first item.</param>
/// <param name="Kind">What it is for: the most frequent kind of the items.</param>
/// <param name="Incidents">How many incidents asked for it.</param>
/// <param name="First">Day of the first dated incident; null when none is dated.</param>
/// <param name="Last">Day of the last dated incident; null when none is dated.</param>
/// <param name="WithoutOwner">Items that name nobody.</param>
/// <param name="WithoutDue">Items that name no date.</param>
/// <param name="Items">The items, by the date of their incidents.</param>
public sealed record RecurringAction(
    string What, ActionKind Kind, int Incidents, LocalDate? First, LocalDate? Last, int WithoutOwner, int WithoutDue, ImmutableArray<PromisedAction> Items)
{
    /// <summary>The least likeness at which items that the tables do not know are one group.</summary>
    internal const double Threshold = 0.5;

    internal static ImmutableArray<RecurringAction> Find(IReadOnlyList<ReviewedIncident> incidents, Vocabulary words)
    {
        var items = incidents.SelectMany(static i => i.Actions).ToList();
        var groups = GroupsOf(items, words);
        return
        [
            .. Enumerable.Range(0, items.Count)
                .GroupBy(i => groups[i], i => items[i].Item, StringComparer.Ordinal)
                .Select(static same => Of(same.Key, [.. same]))
                .Where(static group => group.Incidents > 1)
                .OrderByDescending(static group => group.Incidents)
                .ThenBy(static group => group.What, StringComparer.Ordinal)
        ];
    }

    /// <summary>A name for the group of each item: what it is known to ask for, else a number among items of like words.</summary>
    internal static IReadOnlyList<string> GroupsOf(List<WordedAction> items, Vocabulary words) =>
        WordGroups.NamesOf(items, static item => item.Group, static item => item.Words, words, Threshold);

    private static RecurringAction Of(string name, ImmutableArray<PromisedAction> items) => new(
        name.StartsWith(WordedAction.Unnamed, StringComparison.Ordinal) ? items[0].Text : name,
        items.CountBy(static a => a.Kind).OrderByDescending(static kind => kind.Value).ThenBy(static kind => kind.Key).First().Key,
        items.DistinctBy(static a => a.Incident.Id, StringComparer.Ordinal).Count(),
        items.Min(static a => a.Incident.Date),
        items.Max(static a => a.Incident.Date),
        items.Count(static a => a.Owner is null),
        items.Count(static a => a.Due is null),
        items);
}
