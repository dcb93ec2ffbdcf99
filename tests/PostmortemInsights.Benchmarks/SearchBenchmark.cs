using System.Diagnostics;
using System.Globalization;
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
internal sealed class SearchBenchmark(GeneratedCorpus corpus, int count, TextWriter output)
{
    private const int Scans = 20;
    private const int WarmUp = 100;
    private const double Megabyte = 1_000_000;

    /// <summary>Prints the tables over so many documents made of those in <paramref name="folder"/>.</summary>
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
            new SearchBenchmark(corpus, count, output).Run(work.FullName);
            return 0;
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private void Run(string work)
    {
        var (documents, store) = (Path.Join(work, "documents"), Path.Join(work, "store"));
        corpus.WriteTo(documents, count);
        Row($"{count} documents", "time or size", "beside");
        Row("---", "---", "---");
        Build(documents, store);
        var texts = Open(store);
        var questions = new Questions(corpus.Seeds);
        Ask("sentences", store, texts, questions.Sentences());
        Ask("keywords", store, texts, questions.Keywords());
        Ask("misspelled keywords", store, texts, questions.Keywords().ConvertAll(Misspell));
    }

    // Parsing has a benchmark of its own: here the ingest takes the records as they were made.
    private void Build(string documents, string store)
    {
        var pipeline = new IngestPipeline("benchmark", Record, SearchIndex.Name, SearchIndex.Write);
        var reading = Milliseconds(() => Corpus.Read([documents]).Count());
        var ingest = Milliseconds(() => Store.Ingest(store, [documents], pipeline));
        var again = Milliseconds(() => Store.Ingest(store, [documents], pipeline));
        Row("ingest of all, parsing left out", Time(ingest), $"{ingest / reading:0.0} times reading the files");
        Row("ingest when nothing changed", Time(again), $"{again / ingest:0.000} of the first");

        using var opened = Store.Open(store);
        var readAll = Milliseconds(() => opened.ReadAll().Count());
        var build = Milliseconds(() => SearchIndex.Write(opened.ReadAll(), Stream.Null));
        Row("building the index", Time(build), $"{build / readAll:0.0} times reading the records");
        Row("most memory held on the way", Size(Process.GetCurrentProcess().PeakWorkingSet64), "");
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

    private static void OpenOnce(string folder)
    {
        using var store = Store.Open(folder);
        using var index = SearchIndex.Open(store);
    }

    private void Ask(string kind, string folder, List<string> texts, List<string> queries)
    {
        using var store = Store.Open(folder);
        using var index = SearchIndex.Open(store);
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

    private void Row(string what, string figure, string beside) => output.WriteLine($"| {what} | {figure} | {beside} |");

    private static string Time(double milliseconds) => milliseconds < 1000
        ? string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0.00} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000:0.0} s");

    private static string Size(double bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / Megabyte:0} MB");
}
