using System.Collections.Immutable;
using PostmortemInsights.Indexing.Ranking;

namespace PostmortemInsights.Indexing.Searching;

/// <summary>Counts documents by cause, component and quarter.</summary>
internal static class FacetCounter
{
    private static readonly ImmutableArray<string> Fields = ["cause", "component", "quarter"];

    /// <summary>The counts, field by field, the greatest first; quarters in order of time.</summary>
    /// <param name="statistics">The terms of the collection.</param>
    /// <param name="countOf">How many of the documents have a term.</param>
    public static ImmutableArray<Facet> Count(ITermStatistics statistics, Func<string, int> countOf) =>
        [.. Fields.SelectMany(field => Count(statistics, countOf, field))];

    private static IEnumerable<Facet> Count(ITermStatistics statistics, Func<string, int> countOf, string field)
    {
        var prefix = Attributes.Term(field, "");
        var counts = statistics.StartingWith(prefix).Select(term => new Facet(field, term.Term[prefix.Length..], countOf(term.Term)))
            .Where(facet => facet.Count > 0);
        return field == "quarter" ? counts : counts.OrderByDescending(facet => facet.Count).ThenBy(facet => facet.Value, StringComparer.Ordinal);
    }
}
