using System.Collections.Immutable;
using System.CommandLine;
using PostmortemInsights.Analyzing;
using PostmortemInsights.Analyzing.Excerpts;
using PostmortemInsights.Classifying;
using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing;
using PostmortemInsights.Indexing.Queries;
using PostmortemInsights.Indexing.Storing;

namespace PostmortemInsights.Cli;

/// <summary>The store that a command asks: one that was ingested before, or that of folders which are ingested on the fly.</summary>
internal sealed class AskedStore : IDisposable
{
    /// <summary>Where the store is when nobody says where.</summary>
    public const string DefaultFolder = ".pmi";

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);
    private readonly ChosenEngines chosen;

    private AskedStore(Store store, ChosenEngines engines)
    {
        chosen = engines;
        Store = store;
    }

    /// <summary>The incidents and their index.</summary>
    public Store Store { get; }

    /// <summary>Documents that could not be read on the way.</summary>
    public ImmutableArray<UnreadDocument> Unread { get; private init; } = [];

    /// <summary>The status to end with when something was found.</summary>
    public int Status { get; private init; } = ExitStatus.Done;

    /// <summary>Trains the classifiers that label documents.</summary>
    public IClassifierTrainer Trainer => chosen.Trainer;

    /// <summary>Adds the options that say which store is asked.</summary>
    public static DocumentedCommand AddOptions(DocumentedCommand command)
    {
        foreach (var option in new Option[] { Options.Corpus, Options.Store, Options.Engine, Options.Trainer })
            command.Options.Add(option);
        return command;
    }

    /// <summary>Opens the store that the options name, after bringing it up to date where folders are named.</summary>
    /// <exception cref="UsageException">There is no store, or nothing at the paths.</exception>
    public static AskedStore Open(ParseResult parsed, Terminal terminal)
    {
        var engines = ChosenEngines.Of(parsed);
        var folder = parsed.GetValue(Options.Store);
        var paths = PathsOf(parsed);
        return paths.Count > 0
            ? Ingested(folder ?? StoreLocation.ForCorpus(paths), paths, engines, terminal)
            : Existing(folder ?? DefaultFolder, engines);
    }

    /// <summary>Brings a store up to date and tells on standard error what was not read.</summary>
    public static IngestResult Ingest(string folder, IReadOnlyList<string> paths, ChosenEngines engines, ReadingLog log, Terminal terminal)
    {
        Paths.RequireAny(paths);
        IngestResult result;
        using (var progress = ProgressBar.Start("reading", terminal))
        {
            var records = Records.For(paths, engines.Trainer, progress, terminal);
            var pipeline = new IngestPipeline(records.Version, records.Of, ReviewExcerpt.Of, engines.Search.Name, engines.Search.Write);
            result = Store.Ingest(folder, paths, pipeline, new IngestProgressBar(progress), terminal.Interrupted);
        }

        foreach (var note in result.Notes)
            terminal.Note("pmi: " + note);
        foreach (var failure in result.Failures)
            log.Take(failure);
        foreach (var skipped in result.Skipped)
            log.Take(skipped);
        log.Close(result.Count);
        return result;
    }

    /// <summary>The index; dispose of it before the store.</summary>
    public ISearchEngine OpenIndex() => chosen.Search.Open(Store);

    /// <summary>Asks the index.</summary>
    public SearchResult Search(SearchRequest request)
    {
        using var index = OpenIndex();
        return index.Search(request);
    }

    /// <summary>The incidents that pass the filters, in the order of their sources, one at a time.</summary>
    public IEnumerable<Incident> Incidents(SearchFilters filters, Terminal terminal) => filters.Conditions().Any()
        ? Passing(filters).Select(document => Store.Read(document))
        : Store.ReadAll(withText: true, terminal.Interrupted);

    /// <summary>What a review needs of the incidents that pass the filters.</summary>
    public IEnumerable<byte[]> Excerpts(SearchFilters filters, Terminal terminal) => filters.Conditions().Any()
        ? Passing(filters).Select(Store.ReadExcerpt)
        : Store.ReadExcerpts(terminal.Interrupted);

    public void Dispose() => Store.Dispose();

    private IEnumerable<int> Passing(SearchFilters filters)
    {
        var all = new SearchRequest(new Query("", [])) { Filters = filters, Limit = int.MaxValue };
        return Search(all).Hits.Select(hit => hit.Document).Order();
    }

    private static List<string> PathsOf(ParseResult parsed)
    {
        var takesPaths = parsed.CommandResult.Command.Arguments.Contains(Options.OptionalPaths);
        List<string> paths = [.. takesPaths ? parsed.GetValue(Options.OptionalPaths) ?? [] : []];
        if (parsed.GetValue(Options.Corpus) is { } corpus)
            paths.Add(corpus);
        return paths;
    }

    private static AskedStore Existing(string folder, ChosenEngines engines)
    {
        if (!Directory.Exists(folder))
        {
            throw new UsageException(
                $"There is no store '{folder}' here. Name a folder of postmortems (--corpus DIR), or make a store first: pmi ingest PATH --store {folder}");
        }

        return new AskedStore(Store.Open(folder, engines.Search.Name), engines);
    }

    private static AskedStore Ingested(string folder, List<string> paths, ChosenEngines engines, Terminal terminal)
    {
        var log = new ReadingLog(terminal);
        StoreLocation.RemoveUnused();
        var result = IngestInTurn(folder, paths, engines, log, terminal);
        return result is { Count: 0, Failures.Length: > 0 }
            ? throw new UsageException("nothing there could be read.", ExitStatus.NothingOrPartly)
            : new AskedStore(Store.Open(folder, engines.Search.Name), engines) { Unread = [.. log.Unread], Status = log.Status };
    }

    // Two commands about the same folder share its cache: the second one waits for the first.
    private static IngestResult IngestInTurn(string folder, List<string> paths, ChosenEngines engines, ReadingLog log, Terminal terminal)
    {
        for (var waited = false; ; waited = true)
        {
            try
            {
                return Ingest(folder, paths, engines, log, terminal);
            }
            catch (StoreBusyException)
            {
                if (!waited)
                    terminal.Note("pmi: waiting for another pmi that is reading the same folder");
                terminal.Interrupted.WaitHandle.WaitOne(Patience);
                terminal.Interrupted.ThrowIfCancellationRequested();
            }
        }
    }

    private sealed class IngestProgressBar(ProgressBar bar) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value) => bar.Report(value.Done, value.Total, value.Phase switch
        {
            IngestPhase.Finding => "finding documents",
            IngestPhase.Reading => "reading",
            _ => "indexing",
        });
    }
}
