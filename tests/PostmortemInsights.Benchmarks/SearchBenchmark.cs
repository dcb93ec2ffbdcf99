using System.Diagnostics;
using System.Globalization;
using PostmortemInsights.Analyzing.Excerpts;
using PostmortemInsights.Cli;
using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing;
using PostmortemInsights.Indexing.Queries;
using PostmortemInsights.Indexing.Storing;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Benchmarks;

/// <summary>
/// The store and the index over a generated corpus, each figure beside what a scan costs in the same run: a scan reads the texts, which
/// are in memory already, for the words of the query and ranks nothing, so it is the least that any search without an index takes.
/// </summary>
internal sealed class SearchBenchmark(GeneratedCorpus corpus, SearchEngine engine)
{
    private const int Scans = 20;
    private const int WarmUp = 100;
    private const double Megabyte = 1_000_000;
    private const int ChangedOneIn = 100;
    private readonly List<(string What, string Figure, string Beside)> rows = [];

    /// <summary>Prints a table over so many documents made of those in <paramref name="folder"/>, two columns for each engine.</summary>
    public static int Run(string folder, int count, TextWriter output)
    {
        var corpus = GeneratedCorpus.From(folder);
        if (corpus.Seeds.Count == 0)
        {
            output.WriteLine($"No postmortem was found in {folder}: name the folder of the corpus.");
            return 1;
        }

        var work = Directory.CreateTempSubdirectory("pmi-benchmark-");
        try
        {
            var documents = Path.Join(work.FullName, "documents");
            corpus.WriteTo(documents, count);
            var engines = Engines.SearchEngines;
            var tables = engines.Select(name => new SearchBenchmark(corpus, Engines.Search(name)).Run(documents, Path.Join(work.FullName, name))).ToList();
            output.WriteLine($"| {count} documents | {string.Join(" | ", engines.Select(static name => $"{name} | beside"))} |");
            output.WriteLine($"|{string.Concat(Enumerable.Repeat("---|", 1 + (2 * tables.Count)))}");
            for (var i = 0; i < tables[0].Count; i++)
                output.WriteLine($"| {tables[0][i].What} | {string.Join(" | ", tables.Select(table => $"{table[i].Figure} | {table[i].Beside}"))} |");
            return 0;
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private List<(string What, string Figure, string Beside)> Run(string documents, string store)
    {
        Build(documents, store);
        var texts = Open(store);
        var questions = new Questions(corpus.Seeds);
        Ask("sentences", store, texts, questions.Sentences());
        Ask("keywords", store, texts, questions.Keywords());
        Ask("misspelled keywords", store, texts, questions.Keywords().ConvertAll(Misspell));
        return rows;
    }

    // Parsing has a benchmark of its own: here the ingest takes the records as they were made.
    private void Build(string documents, string store)
    {
        var pipeline = new IngestPipeline("benchmark", Record, ReviewExcerpt.Of, engine.Name, engine.Write);
        var reading = Milliseconds(() => Corpus.Read([documents]).Count());
        var ingest = Milliseconds(() => Store.Ingest(store, [documents], pipeline));
        var again = Milliseconds(() => Store.Ingest(store, [documents], pipeline));
        Row("ingest of all, parsing left out", Time(ingest), $"{ingest / reading:0.0} times reading the files");
        Row("ingest when nothing changed", Time(again), $"{again / ingest:0.000} of the first");
        foreach (var file in Directory.EnumerateFiles(documents, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where(static (_, i) => i % ChangedOneIn == 0))
            File.AppendAllText(file, "\n");
        var changed = Milliseconds(() => Store.Ingest(store, [documents], pipeline));
        Row($"ingest when one in {ChangedOneIn} changed", Time(changed), $"{changed / ingest:0.000} of the first");

        using var opened = Store.Open(store);
        var readAll = Milliseconds(() => opened.ReadAll().Count());
        var all = new IndexSource(opened.Count, ordinal => opened.Read(ordinal), previous: null, static _ => { }, CancellationToken.None);
        var build = Milliseconds(() => engine.Write(all, Stream.Null));
        Row("building the index", Time(build), $"{build / readAll:0.0} times reading the records");
        Row("most memory held so far", Size(Process.GetCurrentProcess().PeakWorkingSet64), "");
    }

    private Incident Record(SourceDocument document) =>
        corpus.Record(int.Parse(Path.GetFileNameWithoutExtension(document.Source), CultureInfo.InvariantCulture)) with { Source = document.Source };

    private List<string> Open(string store)
    {
        using var opened = Store.Open(store);
        var texts = opened.ReadAll().Select(static incident => incident.Text).ToList();
        var text = texts.Sum(static t => (double)t.Length);
        var all = Directory.GetFiles(store).Sum(static file => new FileInfo(file).Length);
        Row("index on disk", Size(opened.IndexLength), $"{opened.IndexLength / text:0.00} MB a MB of text ({Size((long)text)})");
        Row("store on disk, index and records", Size(all), $"{all / text:0.00} MB a MB of text");
        var scan = Milliseconds(() => texts.Sum(static t => t.AsSpan().Count('\n')));
        var opening = Enumerable.Range(0, 9).Select(_ => Milliseconds(() => OpenOnce(store))).Order().ElementAt(4);
        Row("opening the store and its index", Time(opening), $"{opening / scan:0.000} of counting the lines of all texts");
        return texts;
    }

    private void OpenOnce(string folder)
    {
        using var store = Store.Open(folder);
        using var index = engine.Open(store);
    }

    private void Ask(string kind, string folder, List<string> texts, List<string> queries)
    {
        using var store = Store.Open(folder);
        using var index = engine.Open(store);
        foreach (var query in queries.Take(WarmUp))
            index.Search(new SearchRequest(Query.OfWords(query)));
        var times = queries.Select(query => Milliseconds(() => index.Search(new SearchRequest(Query.OfWords(query))))).Order().ToList();
        var scans = queries.Take(Scans).Select(query => Milliseconds(() => Scan(texts, query))).Order().ToList();
        var (median, late) = (times[times.Count / 2], times[times.Count * 99 / 100]);
        Row($"{kind}: median of {times.Count}", Time(median), $"{median / scans[Scans / 2]:0.0000} of a scan ({Time(scans[Scans / 2])})");
        Row($"{kind}: 99th percentile", Time(late), $"{late / scans[Scans / 2]:0.0000} of a scan");
    }

    private static int Scan(List<string> texts, string query)
    {
        var words = query.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return texts.Count(text => words.Count(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)) > words.Length / 2);
    }

    private static string Misspell(string words) => words.Length < 5 ? words : $"{words[..2]}{words[3]}{words[2]}{words[4..]}";

    private static double Milliseconds<T>(Func<T> work) => Milliseconds(() => { _ = work(); });

    private static double Milliseconds(Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalMilliseconds;
    }

    private void Row(string what, string figure, string beside) => rows.Add((what, figure, beside));

    private static string Time(double milliseconds) => milliseconds < 1000
        ? string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0.00} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000:0.0} s");

    private static string Size(double bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / Megabyte:0} MB");
}
