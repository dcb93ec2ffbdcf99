using System.Globalization;
using PostmortemInsights.Classifying;
using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing;
using PostmortemInsights.Indexing.Queries;
using PostmortemInsights.Indexing.Storing;
using PostmortemInsights.Parsing;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Benchmarks;

/// <summary>The stages that <see cref="ScaleBenchmark"/> measures within a process of their own; each prints its figures as <c>name value</c>.</summary>
internal static class Stages
{
    private const int Batch = 256;
    private const int WarmUp = 100;

    /// <summary>Runs a stage.</summary>
    /// <param name="stage"><c>documents</c> reads and makes records without keeping them, <c>queries</c> asks an index.</param>
    /// <param name="place">The folder of the documents, or the store.</param>
    /// <param name="seeds">The folder of the real postmortems.</param>
    /// <param name="output">Where the figures go.</param>
    public static int Run(string stage, string place, string seeds, TextWriter output)
    {
        var figures = stage == "documents" ? Documents(place, seeds) : Queries(place, seeds);
        foreach (var (name, value) in figures)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {value}"));
        return 0;
    }

    /// <summary>The figures of a stage from what it printed.</summary>
    public static Dictionary<string, double> Read(string printed) => printed
        .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split(' '))
        .ToDictionary(static pair => pair[0], static pair => double.Parse(pair[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    // Batch after batch on one thread, so that what the machine does besides is shared by all three.
    private static IEnumerable<(string Name, double Value)> Documents(string folder, string seeds)
    {
        var classifier = ModelCache.LoadOrTrain(TrainingCorpus.At(seeds), Taxonomy.Default).Classifier;
        foreach (var incident in Records(Files(folder).Take(2 * Batch)))
            classifier.Classify(incident);
        var (reading, parsing, classifying) = (TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);
        var (bytes, timed) = (0L, 0);
        foreach (var files in Files(folder).Chunk(Batch))
        {
            reading += Cpu(() => Array.ForEach(files, file => bytes += File.ReadAllBytes(file.Path).Length));
            Incident[] incidents = [];
            parsing += Cpu(() => incidents = [.. Records(files)]);
            classifying += Cpu(() => Array.ForEach(incidents, incident => classifier.Classify(incident)));
            timed += incidents.Count(static incident => incident.DurationMinutes is not null);
        }

        return
        [
            ("bytes", bytes), ("reading", reading.TotalSeconds), ("parsing", parsing.TotalSeconds), ("classifying", classifying.TotalSeconds), ("timed", timed),
        ];
    }

    private static IEnumerable<FoundFile> Files(string folder) => Corpus.Find([folder]).OfType<FoundFile>();

    private static IEnumerable<Incident> Records(IEnumerable<FoundFile> files) =>
        files.Select(DocumentReader.Read).OfType<ReadDocument>().Select(static read => PostmortemParser.Parse(read.Document));

    private static IEnumerable<(string Name, double Value)> Queries(string folder, string seeds)
    {
        using var store = Store.Open(folder);
        using var index = SearchIndex.Open(store);
        var sentences = new Questions(GeneratedCorpus.From(seeds).Seeds).Sentences();
        foreach (var sentence in sentences.Take(WarmUp))
            Ask(index, sentence);
        var times = sentences.ConvertAll(sentence => Ask(index, sentence)).Order().ToList();
        return [("median", times[times.Count / 2]), ("late", times[times.Count * 99 / 100]), ("scan", Scan(store, sentences[0]))];
    }

    private static double Ask(SearchIndex index, string sentence) =>
        Cpu(() => index.Search(new SearchRequest(Query.OfWords(sentence)))).TotalMilliseconds;

    // Looks for each word of a query in all texts, and ranks nothing: the least that any search without an index takes.
    private static double Scan(Store store, string sentence)
    {
        var words = sentence.Split(' ');
        return store.ReadAll().Sum(incident => Cpu(() => Array.ForEach(words, word => incident.Text.Contains(word, StringComparison.OrdinalIgnoreCase))).TotalMilliseconds);
    }

    private static TimeSpan Cpu(Action work)
    {
        var before = Environment.CpuUsage.TotalTime;
        work();
        return Environment.CpuUsage.TotalTime - before;
    }
}
