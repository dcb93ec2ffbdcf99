using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PostmortemInsights.Analyzing.Statistics;

namespace PostmortemInsights.Analyzing;

/// <summary>How the incidents divide by cause, component and trigger.</summary>
/// <param name="Causes">By primary cause; each incident counts once.</param>
/// <param name="Components">By component; an incident counts under each of its components.</param>
/// <param name="Triggers">By trigger; each incident counts once.</param>
/// <param name="CauseByComponent">Incidents of each pair of primary cause and component, only pairs that occur.</param>
public sealed record Categories(
    ImmutableArray<CategoryCount> Causes, ImmutableArray<CategoryCount> Components, ImmutableArray<CategoryCount> Triggers,
    ImmutableArray<PairCount> CauseByComponent)
{
    /// <summary>The category of what no document tells.</summary>
    public const string Unknown = "unknown";

    internal static bool IsKnown(string category) => !string.Equals(category, Unknown, StringComparison.Ordinal);

    internal static Categories Of(IReadOnlyList<ReviewedIncident> incidents) => new(
        Count(incidents, static i => [i.Cause]),
        Count(incidents, static i => i.Components),
        Count(incidents, static i => [i.Trigger]),
        Pairs(incidents));

    private static ImmutableArray<CategoryCount> Count(
        IReadOnlyList<ReviewedIncident> incidents, Func<ReviewedIncident, ImmutableArray<string>> categories)
    {
        var courses = new Dictionary<string, List<IncidentCourse>>(StringComparer.Ordinal);
        foreach (var incident in incidents)
        {
            foreach (var category in categories(incident))
                (CollectionsMarshal.GetValueRefOrAddDefault(courses, category, out _) ??= []).Add(incident.Course);
        }

        return
        [
            .. courses.Select(same => CategoryCount.Of(same.Key, same.Value, incidents.Count))
                .OrderByDescending(static c => c.Incidents.Count)
                .ThenBy(static c => c.Category, StringComparer.Ordinal)
        ];
    }

    private static ImmutableArray<PairCount> Pairs(IReadOnlyList<ReviewedIncident> incidents) =>
    [
        .. incidents
            .GroupBy(static i => i.Cause, StringComparer.Ordinal)
            .SelectMany(static same => NamedCount.Of(same.SelectMany(static i => i.Components)).Select(c => new PairCount(same.Key, c.Name, c.Count)))
            .OrderByDescending(static p => p.Incidents)
            .ThenBy(static p => p.Cause, StringComparer.Ordinal)
            .ThenBy(static p => p.Component, StringComparer.Ordinal)
    ];
}

/// <summary>The incidents of one category.</summary>
/// <param name="Category">Its id in the taxonomy.</param>
/// <param name="Incidents">How many incidents, of all that the review covers.</param>
/// <param name="MedianMinutes">Median duration of those whose duration is known; null if there are none.</param>
/// <param name="DurationKnown">How many those are.</param>
/// <param name="TotalMinutes">The sum of their durations.</param>
public sealed record CategoryCount(string Category, Share Incidents, double? MedianMinutes, int DurationKnown, double TotalMinutes)
{
    internal static CategoryCount Of(string category, IReadOnlyList<IncidentCourse> courses, int of)
    {
        var minutes = Phase.Resolve.Minutes(courses);
        return new CategoryCount(
            category, new Share(courses.Count, of), minutes.Length > 0 ? Quantile.Of(minutes, 0.5) : null, minutes.Length, minutes.Sum());
    }
}

/// <summary>Incidents of one cause in one component.</summary>
/// <param name="Cause">The primary cause.</param>
/// <param name="Component">The component.</param>
/// <param name="Incidents">How many.</param>
public sealed record PairCount(string Cause, string Component, int Incidents);
