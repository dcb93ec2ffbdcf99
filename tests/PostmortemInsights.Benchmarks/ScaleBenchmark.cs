using System.Text;

namespace PostmortemInsights.Benchmarks;

/// <summary>
/// Every stage at 1,000, 10,000, 100,000 and, when asked, 1,000,000 generated documents, each in a process of its own, so that its peak
/// memory is its own. Times are those of the processors, not of the clock, because others use the machine too.
/// </summary>
internal sealed class ScaleBenchmark(GeneratedCorpus corpus, string seeds, string work, PublishedPrograms programs)
{
    private const int ChangedInAHundred = 1;
    private const int Starts = 20;
    private const double Megabyte = 1_000_000;
    private static readonly int[] Sizes = [1_000, 10_000, 100_000, 1_000_000];

    /// <summary>Prints the table for up to so many documents made of those in <paramref name="seeds"/>, and writes it as <c>scale.md</c> and
    /// <c>scale.json</c> into the current folder.</summary>
    public static int Run(string seeds, int most, TextWriter output)
    {
        var corpus = GeneratedCorpus.From(seeds);
        if (corpus.Seeds.Count == 0)
        {
            output.WriteLine($"No postmortem was found in {seeds}: name the folder of the corpus.");
            return 1;
        }

        var work = Directory.CreateTempSubdirectory("pmi-benchmark-");
        try
        {
            var benchmark = new ScaleBenchmark(corpus, seeds, work.FullName, PublishedPrograms.Publish(work.FullName));
            var table = new ScaleTable([.. Sizes.Where(size => size <= most).Select(benchmark.Measure)]);
            table.WriteMarkdown(output);
            using (var file = new StreamWriter("scale.md"))
                table.WriteMarkdown(file);
            using (var file = File.Create("scale.json"))
                table.WriteJson(file);
            return 0;
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private ScaleColumn Measure(int count)
    {
        var (documents, store) = (Path.Join(work, $"{count}"), Path.Join(work, $"{count}.store"));
        corpus.WriteTo(documents, count);
        var column = new ScaleColumn(count);
        AddCorpus(column, count);
        var parsing = AddStages(column, documents, count);
        AddIngest(column, documents, store, parsing);
        AddQueries(column, store);
        AddReport(column, store);
        AddStart(column, store);
        Directory.Delete(documents, recursive: true);
        Directory.Delete(store, recursive: true);
        return column;
    }

    // Heaps' law: distinct words grow with a power of the length, about a half for prose and more where names are many.
    private void AddCorpus(ScaleColumn column, int count)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var lengths = new List<int>();
        foreach (var text in Enumerable.Range(0, count).Select(number => corpus.Record(number).Text))
        {
            words.UnionWith(text.Split([' ', '\n', '.', ',', '(', ')', ':', '*', '#', '`'], StringSplitOptions.RemoveEmptyEntries));
            lengths.Add(Encoding.UTF8.GetByteCount(text));
        }

        lengths.Sort();
        column.Add("corpus", "text, MB", lengths.Sum(static length => (long)length) / Megabyte);
        column.Add("corpus", "distinct words, thousands", words.Count / 1000.0);
        column.Add("corpus", "length: one in ten is shorter, KB", lengths[count / 10] / 1000.0);
        column.Add("corpus", "length: one in ten is longer, KB", lengths[count * 9 / 10] / 1000.0);
    }

    private double AddStages(ScaleColumn column, string documents, int count)
    {
        var process = MeasureHere("documents", documents, seeds);
        var figures = Stages.Read(process.Output);
        var (reading, parsing, classifying) = (figures["reading"], figures["parsing"], figures["classifying"]);
        column.AddCost("reading and parsing", "seconds on one core", parsing);
        column.Add("reading and parsing", "MB a second", figures["bytes"] / Megabyte / parsing);
        column.Add("reading and parsing", "times a bare read of the bytes", parsing / reading);
        column.Add("reading and parsing", "durations known, of a hundred", 100 * figures["timed"] / count);
        column.AddCost("classification", "seconds on one core", classifying);
        column.Add("classification", "documents a second", count / classifying);
        column.Add("classification", "times reading and parsing", classifying / parsing);
        column.Add("reading to classification", "peak memory, MB", process.PeakBytes / Megabyte);
        return parsing;
    }

    private void AddIngest(ScaleColumn column, string documents, string store, double parsing)
    {
        var all = MeasuredProcess.Run(programs.Pmi, "ingest", documents, "--store", store);
        column.AddCost("ingest from nothing", "seconds of all cores", all.CpuSeconds);
        column.Add("ingest from nothing", "times reading and parsing", all.CpuSeconds / parsing);
        column.Add("ingest from nothing", "cores used", all.CpuSeconds / all.Seconds);
        column.Add("ingest from nothing", "peak memory, MB", all.PeakBytes / Megabyte);
        Change(documents);
        var changed = MeasuredProcess.Run(programs.Pmi, "ingest", documents, "--store", store);
        column.AddCost("ingest, 1% changed", "seconds of all cores", changed.CpuSeconds);
        column.Add("ingest, 1% changed", "of that from nothing, %", 100 * changed.CpuSeconds / all.CpuSeconds);
        column.Add("ingest, 1% changed", "peak memory, MB", changed.PeakBytes / Megabyte);
    }

    private static void Change(string documents)
    {
        var files = Directory.GetFiles(documents, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        for (var i = 0; i < files.Count; i += 100 / ChangedInAHundred)
            File.AppendAllText(files[i], "\nLater we found that the standby had been restarted as well.\n");
    }

    private void AddQueries(ScaleColumn column, string store)
    {
        var process = MeasureHere("queries", store, seeds);
        var figures = Stages.Read(process.Output);
        column.AddCost("sentence queries", "median, ms", figures["median"]);
        column.AddCost("sentence queries", "99th percentile, ms", figures["late"]);
        column.Add("sentence queries", "median, times a scan of the words", figures["median"] / figures["scan"]);
        column.Add("sentence queries", "peak memory, MB", process.PeakBytes / Megabyte);
    }

    private void AddReport(ScaleColumn column, string store)
    {
        var process = MeasuredProcess.Run(programs.Pmi, "report", "--store", store, "--format", "json", "--output", store + ".json");
        column.AddCost("report, warm store", "seconds of all cores", process.CpuSeconds);
        column.Add("report, warm store", "peak memory, MB", process.PeakBytes / Megabyte);
    }

    private void AddStart(ScaleColumn column, string store)
    {
        string[] version = ["--version"], search = ["search", "checkout", "hangs", "since", "the", "upgrade", "--store", store];
        var (line, pmi, found) = (double.MaxValue, double.MaxValue, double.MaxValue);
        for (var round = 0; round < Starts; round++)
        {
            line = Math.Min(line, MeasuredProcess.Run(programs.OneLine).Seconds);
            pmi = Math.Min(pmi, MeasuredProcess.Run(programs.Pmi, version).Seconds);
            found = Math.Min(found, MeasuredProcess.Run(programs.Pmi, search).Seconds);
        }

        column.Add("start, the fastest of 20", "a program that prints one line, ms", 1000 * line);
        column.Add("start, the fastest of 20", "pmi --version, times that", pmi / line);
        column.Add("start, the fastest of 20", "pmi search, times pmi --version", found / pmi);
    }

    private static MeasuredProcess MeasureHere(params string[] args) =>
        MeasuredProcess.Run("dotnet", [typeof(ScaleBenchmark).Assembly.Location, "measure", .. args]);
}
