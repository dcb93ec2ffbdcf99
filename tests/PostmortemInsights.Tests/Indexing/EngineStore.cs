using PostmortemInsights.Analyzing.Excerpts;
using PostmortemInsights.Cli;
using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing;
using PostmortemInsights.Indexing.Storing;
using PostmortemInsights.Tests.Incidents;

namespace PostmortemInsights.Tests.Indexing;

/// <summary>A store of made-up incidents with the index of an engine that is compiled in.</summary>
internal sealed class EngineStore(string engine) : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SearchEngine searchEngine = Engines.Search(engine);

    /// <summary>Brings the store up to these incidents.</summary>
    public void Ingest(IEnumerable<Incident> incidents, IProgress<IngestProgress>? progress = null, Action<string>? step = null, CancellationToken cancellation = default)
    {
        var bySource = incidents.ToDictionary(incident => folder[$"corpus/{incident.Source}"]);
        WriteDocuments(bySource);
        var pipeline = new IngestPipeline(
            "made up", document => bySource[document.Source] with { Source = document.Source }, ReviewExcerpt.Of, searchEngine.Name, searchEngine.Write);
        new Ingest(folder["store"], pipeline, progress, cancellation, step).Run([folder["corpus"]]);
    }

    /// <summary>Asks the index, as it lies on disk now.</summary>
    public IReadOnlyList<string> Ask(IEnumerable<SearchRequest> requests, bool inParallel = false)
    {
        using var store = Store.Open(folder["store"], searchEngine.Name);
        using var index = searchEngine.Open(store);
        return inParallel
            ? [.. requests.AsParallel().AsOrdered().Select(request => Show(index.Search(request)))]
            : [.. requests.Select(request => Show(index.Search(request)))];
    }

    /// <summary>What a scan of the store's records answers.</summary>
    public IReadOnlyList<string> Scan(IEnumerable<SearchRequest> requests)
    {
        using var store = Store.Open(folder["store"]);
        using var scan = new BruteForceEngine(store.ReadAll());
        return [.. requests.Select(request => Show(scan.Search(request)))];
    }

    /// <summary>The hits of a request.</summary>
    public IReadOnlyList<Hit> Hits(SearchRequest request)
    {
        using var store = Store.Open(folder["store"]);
        using var index = searchEngine.Open(store);
        return index.Search(request).Hits;
    }

    public void Dispose() => folder.Dispose();

    /// <summary>All that a result says, but for how the score of a term is shared out among its zones.</summary>
    public static string Show(SearchResult result) => $"""
        {result.Total} found: {string.Join("; ", result.Hits.Select(Show))}
        facets: {string.Join(", ", result.Facets)}
        unknown: {string.Join(", ", result.UnknownWords.Select(word => $"{word.Word} as {string.Join('/', word.ReadAs)}"))}
        """;

    private static string Show(Hit hit) =>
        $"{hit.Document} {hit.Score} {string.Join(' ', hit.Matched.Select(term => $"{term.Word}:{term.Term}"))} {string.Join(' ', hit.Explanation.Select(Show))}";

    private static string Show(TermScore term) => $"{term.Term} {term.Score} in {string.Join('+', term.Zones.Select(zone => $"{zone.Frequency} {zone.Zone}"))}";

    // A file says all of its incident, so that what changes in the one changes in the other.
    private void WriteDocuments(Dictionary<string, Incident> bySource)
    {
        Directory.CreateDirectory(folder["corpus"]);
        foreach (var gone in Directory.GetFiles(folder["corpus"], "*", SearchOption.AllDirectories).Except(bySource.Keys))
            File.Delete(gone);
        foreach (var incident in bySource.Values)
            folder.Write($"corpus/{incident.Source}", $"{JsonRecord.Of(incident)}\n{incident.Text}");
    }
}
