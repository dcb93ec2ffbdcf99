using System.Collections.Immutable;
using PostmortemInsights.Analyzing;

namespace PostmortemInsights.Reporting.Pages;

/// <summary>What a reader of the figures should know about the documents behind them.</summary>
internal static class QualitySection
{
    public static Section Of(DataQuality quality) => new(
        "How far to trust the documents",
        [new Paragraph($"{Figures.Of(quality.WithoutWarning, "incident")} carry no warning."), .. Blocks(quality)]);

    private static IEnumerable<Block> Blocks(DataQuality quality)
    {
        if (quality.Warnings.Length > 0)
            yield return Warnings(quality);
        if (quality.Contradictory.Length > 0)
            yield return Places($"Incidents with contradictory times, in no figure about time: {Figures.Count(quality.Contradictory.Length)}", [quality.Contradictory]);
        if (quality.Duplicates.Length > 0)
            yield return Places($"Documents with the same text, each of which still counts: {Figures.Count(quality.Duplicates.Length, "group")}", quality.Duplicates);
        if (quality.Unread.Length > 0)
            yield return Unread(quality);
    }

    private static Table Warnings(DataQuality quality) => new(
        "Warnings by code",
        ["code", Column.Figure("incidents"), "for example", Column.Below("where")],
        [.. quality.Warnings.Select(static w => new Row(w.Code, Figures.Of(w.Incidents), w.Example, w.Places))]);

    private static Table Places(string caption, IEnumerable<ImmutableArray<IncidentReference>> groups) =>
        new(caption, ["documents"], [.. groups.Select(static g => new Row(g))]);

    private static Table Unread(DataQuality quality) => new(
        $"Documents that could not be read: {Figures.Count(quality.Unread.Length)}",
        ["document", "what is wrong"],
        [.. quality.Unread.Select(static u => new Row(u.Source, u.Error))]);
}
