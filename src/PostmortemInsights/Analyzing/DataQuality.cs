using System.Collections.Immutable;
using PostmortemInsights.Analyzing.Statistics;

namespace PostmortemInsights.Analyzing;

/// <summary>What a reader of the figures should know about the documents behind them.</summary>
/// <param name="WithoutWarning">Incidents that carry no warning, of all that the review covers.</param>
/// <param name="Contradictory">Incidents whose times contradict each other; no duration counts them.</param>
/// <param name="Warnings">The warnings by their code, the most frequent first.</param>
/// <param name="Duplicates">Groups of documents with the same text; each document still counts.</param>
/// <param name="Unread">Documents that could not be read.</param>
public sealed record DataQuality(
    Share WithoutWarning, ImmutableArray<IncidentReference> Contradictory, ImmutableArray<WarningCount> Warnings,
    ImmutableArray<ImmutableArray<IncidentReference>> Duplicates, ImmutableArray<UnreadDocument> Unread)
{
    internal static DataQuality Of(IReadOnlyList<ReviewedIncident> incidents, ImmutableArray<UnreadDocument> unread) => new(
        new Share(incidents.Count(static i => i.Warnings.Length == 0), incidents.Count),
        [.. incidents.Where(static i => i.Course.IsContradictory).Select(static i => i.At(null))],
        CountWarnings(incidents),
        SameTexts(incidents),
        unread);

    private static ImmutableArray<WarningCount> CountWarnings(IReadOnlyList<ReviewedIncident> incidents) =>
    [
        .. incidents
            .SelectMany(static i => i.Warnings.Select(warning => (incident: i, warning)))
            .GroupBy(static x => x.warning.Code, StringComparer.Ordinal)
            .Select(same => new WarningCount(
                same.Key,
                new Share(same.DistinctBy(static x => x.incident.AtTitle.Id, StringComparer.Ordinal).Count(), incidents.Count),
                same.First().warning.Message,
                [.. same.Select(static x => x.incident.At(x.warning.Line))]))
            .OrderByDescending(static w => w.Incidents.Count)
            .ThenBy(static w => w.Code, StringComparer.Ordinal)
    ];

    private static ImmutableArray<ImmutableArray<IncidentReference>> SameTexts(IReadOnlyList<ReviewedIncident> incidents) =>
    [
        .. incidents
            .Where(static i => i.Tells(ToldFields.Text))
            .GroupBy(static i => i.TextHash)
            .Where(static same => same.Skip(1).Any())
            .Select(static same => same.Select(static i => i.At(null)).ToImmutableArray())
    ];
}

/// <summary>The warnings of one code.</summary>
/// <param name="Code">The code.</param>
/// <param name="Incidents">Incidents that carry it, of all that the review covers.</param>
/// <param name="Example">The message of the first.</param>
/// <param name="Places">Where each stands.</param>
public sealed record WarningCount(string Code, Share Incidents, string Example, ImmutableArray<IncidentReference> Places);
