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
        var kinds = Enum.GetValues<ActionKind>();
        var ofKind = new int[kinds.Length];
        var (items, withoutOwner, withoutDue) = (0, 0, 0);
        var vague = new List<PromisedAction>();
        // All in one walk: items are many, and not near one another in memory.
        foreach (var incident in incidents)
        {
            foreach (var action in incident.Actions)
            {
                items++;
                ofKind[(int)action.Item.Kind]++;
                withoutOwner += action.Item.Owner is null ? 1 : 0;
                withoutDue += action.Item.Due is null ? 1 : 0;
                if (action.IsVague)
                    vague.Add(action.Item);
            }
        }

        return new PromisedActions(
            new Share(incidents.Count(static i => i.Actions.Length > 0), incidents.Count),
            items,
            [.. kinds.Select(kind => new ActionKindCount(kind, new Share(ofKind[(int)kind], items)))],
            new Share(withoutOwner, items),
            new Share(withoutDue, items),
            [.. vague]);
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
