using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;
using PostmortemInsights.Indexing.Ranking;

namespace PostmortemInsights.Lucene.Searching;

/// <summary>
/// Scores terms by a <see cref="RankingModel"/>. Scores are counted in whole units (<see cref="RankingModel.Unit"/>), which single precision adds
/// up exactly to 16 million: a score of 1600.
/// </summary>
/// <param name="model">How to rank.</param>
/// <param name="norms">The model's norm of each document.</param>
internal sealed class ConceptSimilarity(RankingModel model, double[] norms) : Similarity
{
    // Weights of query terms have two digits, and come here in single precision.
    private const int Digits = 4;

    public override long ComputeNorm(FieldInvertState state) => throw new NotSupportedException("No field has norms.");

    public override SimWeight ComputeWeight(float queryBoost, CollectionStatistics collectionStats, params TermStatistics[] termStats) =>
        new TermWeight(Math.Round(queryBoost, Digits) * model.Idf((int)collectionStats.MaxDoc, (int)termStats[0].DocFreq));

    public override SimScorer GetSimScorer(SimWeight weight, AtomicReaderContext context) =>
        new TermScorer(model, norms, ((TermWeight)weight).Weight, context.DocBase);

    private sealed class TermWeight(double weight) : SimWeight
    {
        public double Weight => weight;

        public override float GetValueForNormalization() => 1;

        public override void Normalize(float queryNorm, float topLevelBoost)
        {
        }
    }

    private sealed class TermScorer(RankingModel model, double[] norms, double weight, int docBase) : SimScorer
    {
        // The frequency is in halves.
        public override float Score(int doc, float freq) => model.Score(weight, freq / 2, norms[docBase + doc]);

        public override float ComputeSlopFactor(int distance) => 1;

        public override float ComputePayloadFactor(int doc, int start, int end, BytesRef payload) => 1;
    }
}
