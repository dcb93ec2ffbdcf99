using FsCheck;
using FsCheck.Fluent;
using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing;
using PostmortemInsights.Indexing.Queries;
using PostmortemInsights.Indexing.Ranking;
using PostmortemInsights.Indexing.Storing;

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
            Assert.Equal(Written(stream => SearchIndex.Write(incidents, stream, int.MaxValue)), Written(stream => SearchIndex.Write(incidents, stream, 50)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void An_index_that_takes_over_what_has_not_changed_has_the_same_bytes()
    {
        Prop.ForAll<int>(seed =>
        {
            var random = new Random(seed);
            var all = new RandomCorpus(seed).Incidents(seed % 5 == 0 ? 300 : 20).OrderBy(incident => incident.Source, StringComparer.Ordinal).ToList();
            var before = all.Where(_ => random.Next(4) > 0).ToList();
            var now = all.Where(_ => random.Next(4) > 0).Select(incident => random.Next(4) > 0 ? incident : incident with { Causes = [] }).ToList();
            using var folder = new TemporaryFolder();
            File.WriteAllBytes(folder["before"], Written(stream => SearchIndex.Write(before, stream)));
            var previous = new PreviousIndex(folder["before"], now.ConvertAll(before.IndexOf));
            var source = new IndexSource(now.Count, ordinal => now[ordinal], previous, _ => { }, CancellationToken.None);
            Assert.Equal(Written(stream => SearchIndex.Write(now, stream)), Written(stream => SearchIndex.Write(source, stream)));
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

    private static byte[] Written(Action<Stream> write)
    {
        using var output = new MemoryStream();
        write(output);
        return output.ToArray();
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
            var request = new SearchRequest(QueryParser.Parse(corpus.Query()).Query!) { Limit = 1 + (3 * i), Ranking = ranking };
            var (found, expected) = (index.Engine.Search(request), scan.Search(request));
            var same = found.Total == expected.Total
                && found.Hits.Select(hit => (hit.Document, hit.Score)).SequenceEqual(expected.Hits.Select(hit => (hit.Document, hit.Score)));
            Assert.True(same, $"{request.Query.Text}: {string.Join(' ', found.Hits.Select(h => (h.Document, h.Score)))} instead of {string.Join(' ', expected.Hits.Select(h => (h.Document, h.Score)))}");
        }

        return true;
    }
}
