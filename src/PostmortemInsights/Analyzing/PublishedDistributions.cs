using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using PostmortemInsights.Analyzing.Statistics;

namespace PostmortemInsights.Analyzing;

/// <summary>The corpus beside a published study, through the crosswalk of <c>crosswalk.csv</c>.</summary>
/// <param name="Study">The study's title.</param>
/// <param name="Venue">Where and when it appeared.</param>
/// <param name="Sample">What it counted, and how many.</param>
/// <param name="Note">What to know before comparing.</param>
/// <param name="Rows">Its categories in its order.</param>
public sealed record PublishedStudy(string Study, string Venue, string Sample, string Note, ImmutableArray<PublishedShare> Rows);

/// <summary>A category of a study beside the incidents of the corpus that fall under it.</summary>
/// <param name="Kind"><c>cause</c> or <c>trigger</c>: what it is compared with.</param>
/// <param name="Category">The study's name for it.</param>
/// <param name="PublishedPercent">The study's share, 0 to 100.</param>
/// <param name="Counterparts">Ids of the taxonomy that it is compared with; empty where none fits.</param>
/// <param name="Here">Incidents with one of them, of all whose cause or trigger is known; null where none fits.</param>
public sealed record PublishedShare(string Kind, string Category, double PublishedPercent, ImmutableArray<string> Counterparts, Share? Here);

/// <summary>Reads the crosswalk and counts.</summary>
internal static class PublishedDistributions
{
    private const string TriggerKind = "trigger";

    public static ImmutableArray<PublishedStudy> Of(IReadOnlyList<ReviewedIncident> incidents)
    {
        var rows = Read("crosswalk.csv");
        var causes = NamedCount.Of(incidents.Select(static i => i.Cause));
        var triggers = NamedCount.Of(incidents.Select(static i => i.Trigger));
        return
        [
            .. Read("crosswalk-sources.csv").Select(source => new PublishedStudy(
                source[1], source[2], source[3], source[4],
                [.. rows.Where(row => string.Equals(row[0], source[0], StringComparison.Ordinal)).Select(row => Compare(row, IsTrigger(row) ? triggers : causes))]))
        ];
    }

    private static PublishedShare Compare(string[] row, ImmutableArray<NamedCount> counts)
    {
        ImmutableArray<string> counterparts = [.. row[4].Split(';', StringSplitOptions.RemoveEmptyEntries)];
        var percent = double.Parse(row[3], CultureInfo.InvariantCulture);
        Share? here = counterparts.IsEmpty ? null : CountOf(counterparts, counts);
        return new PublishedShare(row[1], row[2], percent, counterparts, here);
    }

    private static bool IsTrigger(string[] row) => string.Equals(row[1], TriggerKind, StringComparison.Ordinal);

    /// <summary>Studies give shares of what is known, unless they list the unknown as a category.</summary>
    private static Share CountOf(ImmutableArray<string> counterparts, ImmutableArray<NamedCount> counts)
    {
        var listsUnknown = counterparts.Contains(Categories.Unknown, StringComparer.Ordinal);
        var counted = counts.Where(c => listsUnknown || Categories.IsKnown(c.Name)).ToList();
        return new Share(counted.Where(c => counterparts.Contains(c.Name, StringComparer.Ordinal)).Sum(static c => c.Count), counted.Sum(static c => c.Count));
    }

    private static List<string[]> Read(string name)
    {
        using var stream = typeof(PublishedDistributions).Assembly.GetManifestResourceStream($"Analyzing/{name}")
            ?? throw new InvalidOperationException($"The library was built without its table {name}.");
        using var reader = CsvReader.Create(stream);
        var records = new List<string[]>();
        while (reader.Read())
            records.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        return records;
    }
}
