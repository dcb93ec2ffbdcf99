using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace PostmortemInsights.Lucene.Searching;

/// <summary>Takes down which documents a query finds.</summary>
internal sealed class FoundDocuments(int documents) : ICollector
{
    private readonly FixedBitSet found = new(documents);
    private int docBase;

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer)
    {
    }

    public void Collect(int doc) => found.Set(docBase + doc);

    public void SetNextReader(AtomicReaderContext context) => docBase = context.DocBase;

    /// <summary>How many of them stand in a list of postings.</summary>
    public int CountIn(DocsEnum? postings)
    {
        var count = 0;
        while (postings is not null && postings.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
            count += found.Get(postings.DocID) ? 1 : 0;
        return count;
    }
}
