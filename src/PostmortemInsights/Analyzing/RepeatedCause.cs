using System.Collections.Immutable;
using NodaTime;
using PostmortemInsights.Analyzing.Wording;

namespace PostmortemInsights.Analyzing;

/// <summary>A root cause that several incidents state, by text, category and component together.</summary>
/// <param name="What">What is common: a phrase of <c>cause-mechanisms.txt</c>; null when only their words are alike.</param>
/// <param name="Words">The words that most of the statements share, the most telling first.</param>
/// <param name="Category">The most frequent primary cause.</param>
/// <param name="Components">The components of at least half of the incidents.</param>
/// <param name="First">Day of the first dated incident; null when none is dated.</param>
/// <param name="Last">Day of the last dated incident; null when none is dated.</param>
/// <param name="DaysBetween">Days from each dated incident to the next.</param>
/// <param name="TotalMinutes">Known durations together.</param>
/// <param name="DurationKnown">Incidents whose duration is known.</param>
/// <param name="Promises">Actions that were aimed at the cause and did not keep it from coming back.</param>
/// <param name="Incidents">The incidents, each at the line that states the cause.</param>
public sealed record RepeatedCause(
    string? What, ImmutableArray<string> Words, string Category, ImmutableArray<string> Components, LocalDate? First, LocalDate? Last,
    ImmutableArray<int> DaysBetween, double TotalMinutes, int DurationKnown, ImmutableArray<BrokenPromise> Promises,
    ImmutableArray<IncidentReference> Incidents)
{
    /// <summary>The least likeness at which statements that the table does not know are one group.</summary>
    internal const double Threshold = 0.5;

    internal static bool IsStated(ReviewedIncident incident) => incident.Statement is not null && Categories.IsKnown(incident.Cause);

    internal static ImmutableArray<RepeatedCause> Find(IReadOnlyList<ReviewedIncident> incidents, Vocabulary words, int fiscalYearStarts)
    {
        var stated = incidents.Where(IsStated).ToList();
        var statements = stated.ConvertAll(static i => i.Statement!);
        var groups = GroupsOf(statements, words);
        return
        [
            .. Enumerable.Range(0, stated.Count)
                .GroupBy(i => groups[i], StringComparer.Ordinal)
                .Where(static same => same.Skip(1).Any())
                .Select(same => Of([.. same.Select(i => stated[i])], [.. same.Select(i => statements[i])], words, fiscalYearStarts))
                .OrderByDescending(static group => group.Incidents.Length)
                .ThenByDescending(static group => group.TotalMinutes)
                .ThenBy(static group => group.Incidents[0].Source, StringComparer.Ordinal)
        ];
    }

    /// <summary>A name for the group of each statement: the mechanism that the table knows, else a number among statements of like words.</summary>
    internal static IReadOnlyList<string> GroupsOf(List<CauseStatement> statements, Vocabulary words) =>
        WordGroups.NamesOf(statements, static statement => statement.Mechanism, static statement => statement.Compared, words, Threshold);

    private static RepeatedCause Of(List<ReviewedIncident> incidents, List<CauseStatement> statements, Vocabulary words, int fiscalYearStarts)
    {
        var days = incidents.Where(static i => i.Date is not null).Select(static i => i.Date!.Value).ToList();
        var shared = CauseStatement.Shared(statements, words);
        return new RepeatedCause(
            statements[0].Mechanism, [.. shared.Select(word => words[word])], NamedCount.Of(incidents.Select(static i => i.Cause))[0].Name, CommonComponents(incidents),
            days.Count > 0 ? days[0] : null, days.Count > 0 ? days[^1] : null,
            [.. days.Zip(days.Skip(1), static (a, b) => Period.DaysBetween(a, b))],
            incidents.Sum(static i => i.Course.Resolved?.Minute ?? 0), incidents.Count(static i => i.Course.Resolved is not null),
            BrokenPromise.Find(incidents, statements[0].Mechanism, shared, fiscalYearStarts),
            [.. incidents.Select(static i => i.AtRootCause)]);
    }

    private static ImmutableArray<string> CommonComponents(List<ReviewedIncident> incidents) =>
    [
        .. NamedCount.Of(incidents.SelectMany(static i => i.Components).Where(Categories.IsKnown))
            .Where(c => 2 * c.Count >= incidents.Count)
            .Select(static c => c.Name)
    ];
}
