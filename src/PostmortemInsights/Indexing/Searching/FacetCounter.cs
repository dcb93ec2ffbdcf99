using System.Collections.Immutable;
using PostmortemInsights.Indexing.Files;

namespace PostmortemInsights.Indexing.Searching;

/// <summary>Counts documents by cause, component and quarter.</summary>
internal static class FacetCounter
{
    private static readonly ImmutableArray<string> Fields = ["cause", "component", "quarter"];

    /// <summary>The counts, field by field, the greatest first; quarters in order of time.</summary>
    public static ImmutableArray<Facet> Count(IndexFile file, DocumentSet documents) => [.. Fields.SelectMany(field => Count(file, documents, field))];

    private static IEnumerable<Facet> Count(IndexFile file, DocumentSet documents, string field)
    {
        var prefix = Attributes.Term(field, "");
        var counts = file.Terms.StartingWith(prefix)
            .Select(entry => new Facet(field, entry.Term[prefix.Length..], Count(file, entry, documents)))
            .Where(facet => facet.Count > 0);
        return field == "quarter" ? counts : counts.OrderByDescending(facet => facet.Count).ThenBy(facet => facet.Value, StringComparer.Ordinal);
    }

    private static int Count(IndexFile file, TermEntry term, DocumentSet documents)
    {
        using var postings = new ScoreReader(file, term);
        var count = 0;
        while (postings.Next())
            count += documents[postings.Document] ? 1 : 0;
        return count;
    }
}
