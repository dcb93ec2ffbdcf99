using FsCheck;
using FsCheck.Fluent;
using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing;
using PostmortemInsights.Indexing.Queries;
using PostmortemInsights.Indexing.Ranking;

namespace PostmortemInsights.Tests.Indexing;

public sealed class ExactnessTests
{
    [Fact]
    public void The_index_finds_and_scores_what_a_scan_of_the_records_does()
    {
        Prop.ForAll<int>(seed => Agrees(seed, RankingModel.Symptoms)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void So_it_does_for_plain_bm25()
    {
        Prop.ForAll<int>(seed => Agrees(seed, RankingModel.PlainBm25)).QuickCheckThrowOnFailure();
    }

    // Longer postings have skips.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void In_a_larger_collection_too(int seed)
    {
        var corpus = new RandomCorpus(seed);
        Assert.True(Agrees(corpus, corpus.Incidents(500), RankingModel.Symptoms));
    }

    [Fact]
    public void An_index_that_was_merged_from_many_runs_has_the_same_bytes()
    {
        Prop.ForAll<int>(seed =>
        {
            var incidents = new RandomCorpus(seed).Incidents(seed % 5 == 0 ? 200 : 20);
            Assert.Equal(Bytes(int.MaxValue), Bytes(50));

            byte[] Bytes(int mostPlaces)
            {
                using var output = new MemoryStream();
                SearchIndex.Write(incidents, output, mostPlaces);
                return output.ToArray();
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void An_explanation_adds_up_to_the_score()
    {
        Prop.ForAll<int>(seed =>
        {
            var corpus = new RandomCorpus(seed);
            using var index = TemporaryIndex.Of(corpus.Incidents(seed % 7 == 0 ? 300 : 20));
            var hits = index.Engine.Search(new SearchRequest(QueryParser.Parse(corpus.Query()).Query!) { Limit = 50, Explain = true }).Hits;
            return hits.All(hit => Units(hit.Score) == hit.Explanation.Sum(term => Units(term.Score))
                && hit.Explanation.All(term => Units(term.Score) == term.Zones.Sum(zone => Units(zone.Score))));
        }).QuickCheckThrowOnFailure();
    }

    private static long Units(double score) => (long)Math.Round(score * RankingModel.Unit);

    private static bool Agrees(int seed, RankingModel ranking)
    {
        var corpus = new RandomCorpus(seed);
        return Agrees(corpus, corpus.Incidents(), ranking);
    }

    private static bool Agrees(RandomCorpus corpus, List<Incident> incidents, RankingModel ranking)
    {
        using var index = TemporaryIndex.Of(incidents);
        using var scan = new BruteForceEngine(incidents);
        for (var i = 0; i < 5; i++)
        {
            var request = new SearchRequest(QueryParser.Parse(corpus.Query()).Query!) { Limit = 7, Ranking = ranking };
            var (found, expected) = (index.Engine.Search(request), scan.Search(request));
            var same = found.Total == expected.Total
                && found.Hits.Select(hit => (hit.Document, hit.Score)).SequenceEqual(expected.Hits.Select(hit => (hit.Document, hit.Score)));
            Assert.True(same, $"{request.Query.Text}: {string.Join(' ', found.Hits.Select(h => (h.Document, h.Score)))} instead of {string.Join(' ', expected.Hits.Select(h => (h.Document, h.Score)))}");
        }

        return true;
    }
}
