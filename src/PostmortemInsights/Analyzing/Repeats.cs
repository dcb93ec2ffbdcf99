using System.Collections.Immutable;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Analyzing;

/// <summary>What keeps coming back.</summary>
/// <param name="Incidents">Incidents looked at.</param>
/// <param name="WithCause">Of these, incidents whose document states a root cause that is known.</param>
/// <param name="WithActions">Of these, incidents with at least one action item.</param>
/// <param name="Causes">Root causes that several incidents state, the most frequent first.</param>
/// <param name="Actions">Things to do that several incidents asked for, the most frequent first.</param>
public sealed record Repeats(
    int Incidents, int WithCause, int WithActions, ImmutableArray<RepeatedCause> Causes, ImmutableArray<RecurringAction> Actions)
{
    /// <summary>Looks for repeats alone, without the rest of a review.</summary>
    /// <param name="incidents">One record a document, also for documents that report no incident.</param>
    /// <param name="options">Which dates to look at.</param>
    /// <exception cref="FormatException">The options name a quarter that is none.</exception>
    public static Repeats From(IReadOnlyList<Incident> incidents, ReviewOptions options)
    {
        var period = ReviewPeriod.Of(options);
        return Of([.. ReviewedIncident.InOrder(incidents.Where(static i => i.IsPostmortem).Select(ReviewedIncident.Of)).Where(i => period.Contains(i.Date))], period);
    }

    internal static Repeats Of(IReadOnlyList<ReviewedIncident> incidents, ReviewPeriod period) => new(
        incidents.Count,
        incidents.Count(RepeatedCause.IsStated),
        incidents.Count(static i => i.Incident.ActionItems.Length > 0),
        RepeatedCause.Find(incidents, period.FiscalYearStarts),
        RecurringAction.Find(incidents));
}
