using PostmortemInsights.Cli;
using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing;
using PostmortemInsights.Indexing.Queries;
using PostmortemInsights.Indexing.Ranking;
using PostmortemInsights.Indexing.Storing;

namespace PostmortemInsights.Tests.Indexing;

/// <summary>What every search engine promises; run against each that is compiled in.</summary>
public sealed class EngineContractTests
{
    private const int Queries = 40;

    public static TheoryData<string, int> Corpora
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var engine in Engines.SearchEngines)
            {
                foreach (var seed in Enumerable.Range(1, 4))
                    data.Add(engine, seed);
            }

            return data;
        }
    }

    public static TheoryData<string> SearchEngines => [.. Engines.SearchEngines];

    // Words, phrases, fields, prefixes, ranges, spelling: hits in order, scores, matched terms, facets and unknown words are all compared.
    [Theory]
    [MemberData(nameof(Corpora))]
    public void It_answers_as_a_scan_of_the_records_does(string engine, int seed)
    {
        var corpus = new RandomCorpus(seed);
        using var store = new EngineStore(engine);
        store.Ingest(corpus.Incidents(5 + (seed * 15)), cancellation: TestContext.Current.CancellationToken);
        Assert_same(store, Requests(corpus, request => request));
    }

    [Theory]
    [MemberData(nameof(Corpora))]
    public void Filters_narrow_the_hits_as_a_scan_does(string engine, int seed)
    {
        var corpus = new RandomCorpus(seed);
        using var store = new EngineStore(engine);
        store.Ingest(corpus.Incidents(25), cancellation: TestContext.Current.CancellationToken);
        Assert_same(store, Requests(corpus, request => request with { Filters = corpus.Filters() }));
        Assert_same(store, Requests(corpus, request => request with { Query = new Query("", []), Filters = corpus.Filters(), Limit = int.MaxValue }));
    }

    [Theory]
    [MemberData(nameof(Corpora))]
    public void Plain_bm25_scores_as_a_scan_does(string engine, int seed)
    {
        var corpus = new RandomCorpus(seed);
        using var store = new EngineStore(engine);
        store.Ingest(corpus.Incidents(30), cancellation: TestContext.Current.CancellationToken);
        Assert_same(store, Requests(corpus, request => request with { Ranking = RankingModel.PlainBm25 }));
    }

    [Theory]
    [MemberData(nameof(Corpora))]
    public void An_explanation_adds_up_to_the_score(string engine, int seed)
    {
        var corpus = new RandomCorpus(seed);
        using var store = new EngineStore(engine);
        store.Ingest(corpus.Incidents(25), cancellation: TestContext.Current.CancellationToken);
        var hits = Requests(corpus, request => request with { Explain = true }).SelectMany(store.Hits).ToList();
        Assert.Contains(hits, hit => hit.Explanation.Length > 1);
        Assert.All(hits, hit => Assert.Equal(Units(hit.Score), hit.Explanation.Sum(term => Units(term.Score))));
        Assert.All(hits.SelectMany(hit => hit.Explanation), term => Assert.Equal(Units(term.Score), term.Zones.Sum(zone => Units(zone.Score))));
    }

    [Theory]
    [MemberData(nameof(Corpora))]
    public void An_index_that_was_brought_up_to_date_answers_as_one_built_from_nothing(string engine, int seed)
    {
        var corpus = new RandomCorpus(seed);
        using var updated = new EngineStore(engine);
        var incidents = corpus.Incidents(25);
        updated.Ingest(incidents, cancellation: TestContext.Current.CancellationToken);
        for (var round = 0; round < 2; round++)
        {
            incidents = corpus.Changed(incidents);
            updated.Ingest(incidents, cancellation: TestContext.Current.CancellationToken);
            var requests = Requests(corpus, request => request);
            using var fresh = new EngineStore(engine);
            fresh.Ingest(incidents, cancellation: TestContext.Current.CancellationToken);
            Assert.Equal(fresh.Ask(requests), updated.Ask(requests));
            Assert_same(updated, requests);
        }
    }

    [Theory]
    [MemberData(nameof(SearchEngines))]
    public void A_corpus_without_incidents_has_an_index_that_finds_nothing(string engine)
    {
        var corpus = new RandomCorpus(1);
        var requests = Requests(corpus, request => request with { Facets = true });
        using var store = new EngineStore(engine);
        store.Ingest([], cancellation: TestContext.Current.CancellationToken);
        Assert_same(store, requests);
        store.Ingest(corpus.Incidents(10), cancellation: TestContext.Current.CancellationToken);
        store.Ingest([], cancellation: TestContext.Current.CancellationToken);
        Assert_same(store, requests);
    }

    [Theory]
    [MemberData(nameof(SearchEngines))]
    public void An_ingest_that_is_cancelled_while_it_indexes_leaves_the_index_before(string engine)
    {
        using var cancellation = new CancellationTokenSource();
        var progress = new Told(progress =>
        {
            if (progress is { Phase: IngestPhase.Indexing, Done: 3 })
                cancellation.Cancel();
        });
        Assert_left_as_it_was(engine, (store, changed) =>
            Assert.Throws<OperationCanceledException>(() => store.Ingest(changed, progress, cancellation: cancellation.Token)));
    }

    [Theory]
    [MemberData(nameof(SearchEngines))]
    public void An_ingest_that_fails_after_the_index_was_written_leaves_the_index_before(string engine) =>
        Assert_left_as_it_was(engine, (store, changed) => Assert.Throws<StoreException>(() => store.Ingest(
            changed,
            step: static step => _ = step.StartsWith("flush index", StringComparison.Ordinal) ? throw new IOException("No space left.") : step,
            cancellation: TestContext.Current.CancellationToken)));

    [Theory]
    [MemberData(nameof(SearchEngines))]
    public void Many_threads_may_ask_at_once(string engine)
    {
        var corpus = new RandomCorpus(3);
        using var store = new EngineStore(engine);
        store.Ingest(corpus.Incidents(60), cancellation: TestContext.Current.CancellationToken);
        var requests = Requests(corpus, request => request);
        Assert.Equal(store.Ask(requests), store.Ask(requests, inParallel: true));
    }

    private static void Assert_left_as_it_was(string engine, Action<EngineStore, List<Incident>> fail)
    {
        var corpus = new RandomCorpus(2);
        using var store = new EngineStore(engine);
        var incidents = corpus.Incidents(30);
        store.Ingest(incidents, cancellation: TestContext.Current.CancellationToken);
        var requests = Requests(corpus, request => request);
        var before = store.Ask(requests);
        var changed = corpus.Incidents(30);

        fail(store, changed);

        Assert.Equal(before, store.Ask(requests));
        store.Ingest(changed, cancellation: TestContext.Current.CancellationToken);
        Assert.NotEqual(before, store.Ask(requests));
        Assert_same(store, requests);
    }

    private static void Assert_same(EngineStore store, List<SearchRequest> requests)
    {
        var (answers, expected) = (store.Ask(requests), store.Scan(requests));
        for (var i = 0; i < requests.Count; i++)
            Assert.True(answers[i] == expected[i], $"{requests[i].Query.Text}\n{answers[i]}\nand a scan says\n{expected[i]}");
    }

    private static List<SearchRequest> Requests(RandomCorpus corpus, Func<SearchRequest, SearchRequest> with) =>
        Enumerable.Range(0, Queries).Select(number => with(new SearchRequest(QueryParser.Parse(corpus.Query()).Query!)
        {
            Limit = number % 2 == 0 ? 7 : 1000,
            Explain = number % 3 == 0,
            Facets = number % 5 == 0,
        })).ToList();

    private static long Units(double score) => (long)Math.Round(score * RankingModel.Unit);

    private sealed class Told(Action<IngestProgress> tell) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value) => tell(value);
    }
}
