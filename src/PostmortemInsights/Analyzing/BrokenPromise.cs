using System.Collections.Immutable;
using PostmortemInsights.Analyzing.Wording;

namespace PostmortemInsights.Analyzing;

/// <summary>An action that was promised after one incident and aimed at its cause, and the next incident of the same cause.</summary>
/// <param name="Action">What was promised.</param>
/// <param name="Promised">The quarter of the incident after which it was promised: <c>2024-Q1</c>.</param>
/// <param name="CameBack">The quarter of the next incident of the same cause.</param>
/// <param name="Days">Days between the two.</param>
/// <param name="Next">That incident.</param>
public sealed record BrokenPromise(PromisedAction Action, string Promised, string CameBack, int Days, IncidentReference Next)
{
    private const int WordsInCommon = 2;

    /// <summary>The promises among incidents of one cause, in the order of their dates.</summary>
    internal static ImmutableArray<BrokenPromise> Find(
        IReadOnlyList<ReviewedIncident> incidents, string? mechanism, ImmutableArray<int> words, int fiscalYearStarts)
    {
        var dated = incidents.Where(static i => i.Date is not null).ToList();
        return
        [
            .. from pair in dated.Zip(dated.Skip(1))
               where pair.Second.Date > pair.First.Date
               from action in pair.First.Actions
               where IsAimed(action, mechanism, words)
               select new BrokenPromise(
                   action.Item,
                   FiscalQuarter.Of(pair.First.Date!.Value, fiscalYearStarts).ToString(),
                   FiscalQuarter.Of(pair.Second.Date!.Value, fiscalYearStarts).ToString(),
                   NodaTime.Period.DaysBetween(pair.First.Date.Value, pair.Second.Date!.Value),
                   pair.Second.AtRootCause)
        ];
    }

    /// <summary>Aimed at the cause: by the table of remedies, or by sharing two of the words that tell the cause.</summary>
    private static bool IsAimed(WordedAction action, string? mechanism, ImmutableArray<int> words) =>
        (mechanism is not null && action.Group is { } group && Remedies.AreAimedAt(mechanism, group))
        || words.Count(word => action.Words.Contains(word)) >= WordsInCommon;
}
