using Lucene.Net.Index;
using Lucene.Net.Search;
using PostmortemInsights.Indexing.Queries;
using PostmortemInsights.Indexing.Searching;
using PostmortemInsights.Indexing.Zones;

namespace PostmortemInsights.Lucene.Searching;

/// <summary>Phrases as Lucene finds them: zone by zone, since none runs over the border of two.</summary>
internal static class Phrases
{
    /// <summary>Finds words that stand next to each other: a query for each zone of a field.</summary>
    public static IEnumerable<PhraseQuery> Of(List<(string Term, int Offset)> words, Field? field) =>
        IndexFields.ZonesOf(field).Select(zone => In(zone, words));

    /// <summary>How often words stand next to each other in each zone, document by document.</summary>
    public static List<PhraseMatch> Find(IndexSearcher searcher, List<(string Term, int Offset)> words, Field? field)
    {
        var found = new SortedDictionary<int, int[]>();
        foreach (var zone in IndexFields.ZonesOf(field))
        {
            foreach (var (document, frequency) in Frequencies(searcher, In(zone, words)))
            {
                found.TryAdd(document, new int[ZoneWeights.Count]);
                found[document][(int)zone] = frequency;
            }
        }

        return [.. found.Select(static match => new PhraseMatch(match.Key, match.Value))];
    }

    private static PhraseQuery In(Zone zone, List<(string Term, int Offset)> words)
    {
        var query = new PhraseQuery();
        foreach (var (term, offset) in words)
            query.Add(new Term(IndexFields.Of(zone), term), offset);
        return query;
    }

    private static IEnumerable<(int Document, int Frequency)> Frequencies(IndexSearcher searcher, PhraseQuery query)
    {
        var weight = searcher.CreateNormalizedWeight(query);
        foreach (var leaf in searcher.IndexReader.Leaves)
        {
            var scorer = weight.GetScorer(leaf, leaf.AtomicReader.LiveDocs);
            while (scorer is not null && scorer.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
                yield return (leaf.DocBase + scorer.DocID, scorer.Freq);
        }
    }
}
