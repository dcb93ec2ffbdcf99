using System.Collections.Immutable;
using PostmortemInsights.Analyzing.Statistics;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Analyzing;

/// <summary>What was promised after the incidents.</summary>
/// <param name="Incidents">Incidents with at least one action item, of all that the review covers.</param>
/// <param name="Items">Action items in all.</param>
/// <param name="Kinds">Items by what they are for.</param>
/// <param name="WithoutOwner">Items that name nobody.</param>
/// <param name="WithoutDue">Items that name no date.</param>
/// <param name="Vague">Items that do not say what is to be done.</param>
public sealed record PromisedActions(
    Share Incidents, int Items, ImmutableArray<ActionKindCount> Kinds, Share WithoutOwner, Share WithoutDue, ImmutableArray<PromisedAction> Vague)
{
    internal static PromisedActions Of(IReadOnlyList<ReviewedIncident> incidents)
    {
        var items = incidents.SelectMany(static i => i.Actions).ToList();
        var kinds = items.CountBy(static i => i.Item.Kind).ToDictionary();
        return new PromisedActions(
            new Share(incidents.Count(static i => i.Actions.Length > 0), incidents.Count),
            items.Count,
            [.. Enum.GetValues<ActionKind>().Select(kind => new ActionKindCount(kind, new Share(kinds.GetValueOrDefault(kind), items.Count)))],
            new Share(items.Count(static i => i.Item.Owner is null), items.Count),
            new Share(items.Count(static i => i.Item.Due is null), items.Count),
            [.. items.Where(static a => a.IsVague).Select(static a => a.Item)]);
    }
}

/// <summary>The action items of one kind.</summary>
/// <param name="Kind">What they are for.</param>
/// <param name="Items">How many, of all items.</param>
public sealed record ActionKindCount(ActionKind Kind, Share Items);

/// <summary>An action item with its incident.</summary>
/// <param name="Text">What is to be done.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Owner">Who does it; null when not said.</param>
/// <param name="Due">By when, as written; null when not said.</param>
/// <param name="Incident">Where it stands.</param>
public sealed record PromisedAction(string Text, ActionKind Kind, string? Owner, string? Due, IncidentReference Incident);
