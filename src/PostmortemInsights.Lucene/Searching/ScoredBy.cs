using Lucene.Net.Index;
using Lucene.Net.Queries;
using Lucene.Net.Search;

namespace PostmortemInsights.Lucene.Searching;

/// <summary>Finds what a query finds, and scores it otherwise.</summary>
/// <param name="query">What to find.</param>
/// <param name="score">The score of a document, given that of the query.</param>
internal sealed class ScoredBy(Query query, Func<int, float, int> score) : CustomScoreQuery(query)
{
    protected override CustomScoreProvider GetCustomScoreProvider(AtomicReaderContext context) => new Provider(context, score);

    private sealed class Provider(AtomicReaderContext context, Func<int, float, int> score) : CustomScoreProvider(context)
    {
        private readonly int docBase = context.DocBase;

        public override float CustomScore(int doc, float subQueryScore, float[] valSrcScores) => score(docBase + doc, subQueryScore);
    }
}
