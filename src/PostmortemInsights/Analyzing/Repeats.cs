using System.Collections.Immutable;
using PostmortemInsights.Analyzing.Excerpts;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Analyzing;

/// <summary>What keeps coming back.</summary>
/// <param name="Period">The days that are reviewed; earlier incidents are looked at as well, for what they have in common with these.</param>
/// <param name="Incidents">Incidents looked at: those of the period and all before it.</param>
/// <param name="WithCause">Of these, incidents whose document states a root cause that is known.</param>
/// <param name="WithActions">Of these, incidents with at least one action item.</param>
/// <param name="Causes">Root causes that several incidents state, at least one of them in the period, the most frequent first.</param>
/// <param name="Actions">Things to do that several incidents asked for, at least one of them in the period, the most frequent first.</param>
public sealed record Repeats(
    ReviewPeriod Period, int Incidents, int WithCause, int WithActions, ImmutableArray<RepeatedCause> Causes, ImmutableArray<RecurringAction> Actions)
{
    /// <summary>Looks for repeats alone, without the rest of a review.</summary>
    /// <param name="incidents">One record a document, also for documents that report no incident.</param>
    /// <param name="options">Which dates to look at.</param>
    /// <exception cref="FormatException">The options name a quarter that is none.</exception>
    public static Repeats From(IEnumerable<Incident> incidents, ReviewOptions options)
    {
        var period = ReviewPeriod.Of(options);
        return Of(ReviewedDocuments.Of(incidents), period);
    }

    /// <summary>Looks for repeats by the excerpts of incidents.</summary>
    /// <param name="excerpts">What <see cref="ReviewExcerpt"/> makes of the record of each document.</param>
    /// <param name="options">Which dates to look at.</param>
    /// <exception cref="FormatException">The options name a quarter that is none.</exception>
    public static Repeats From(IEnumerable<byte[]> excerpts, ReviewOptions options)
    {
        var period = ReviewPeriod.Of(options);
        return Of(ReviewedDocuments.Read(excerpts), period);
    }

    internal static Repeats Of(ReviewedDocuments documents, ReviewPeriod period)
    {
        var known = documents.Incidents.Where(i => period.IsUnlimited || i.Date <= (period.To ?? i.Date)).ToList();
        var (causes, actions) = (ImmutableArray<RepeatedCause>.Empty, ImmutableArray<RecurringAction>.Empty);
        Parallel.Invoke(() => causes = RepeatedCause.Find(known, documents.Words, period.FiscalYearStarts), () => actions = RecurringAction.Find(known, documents.Words));
        return new Repeats(
            period,
            known.Count,
            known.Count(RepeatedCause.IsStated),
            known.Count(static i => i.Actions.Length > 0),
            [.. causes.Where(cause => cause.Incidents.Any(i => period.Contains(i.Date)))],
            [.. actions.Where(action => action.Items.Any(item => period.Contains(item.Incident.Date)))]);
    }
}
