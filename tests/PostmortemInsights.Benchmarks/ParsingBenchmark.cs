using System.Diagnostics;
using System.Globalization;
using System.Text;
using PostmortemInsights.Parsing;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Benchmarks;

/// <summary>
/// How the time of reading one document grows with its length, from a tenth of a megabyte to ten: as ratios within one run, so that
/// the machine does not matter. A linear reader keeps the last column near 1.
/// </summary>
internal static class ParsingBenchmark
{
    private const int Rounds = 3;
    private const string Opening = "# Checkout outage\n\nSummary:\nOn 4 June 2024 from 10:00 to 11:30 UTC the shop was down for all users.\n\nRoot cause:\nThe disk of the database filled up.\n\n";
    private static readonly double[] Megabytes = [0.1, 0.3, 1, 3, 10];

    /// <summary>Prints the table over documents made of those in <paramref name="folder"/>.</summary>
    public static int Run(string folder, TextWriter output)
    {
        var texts = Corpus.Read([folder]).OfType<ReadDocument>().Select(static r => r.Document.Text).ToList();
        if (texts.Count == 0)
        {
            output.WriteLine($"No document was found in {folder}: name the folder of the corpus.");
            return 1;
        }

        output.WriteLine("| shape | MB in one file | parse, times a bare read of the characters | time a MB, times the first row |");
        output.WriteLine("|---|---|---|---|");
        Table("prose in paragraphs", size => Opening + Repeat(texts, "\n\n", size), output);
        Table("prose in one line", size => Opening + "What follows came as one line. " + Repeat(texts, " ", size).Replace('\n', ' '), output);
        Table("one sentence", size => Opening + Repeat(["and then the cache failed at 10:00 for 20% of users "], "", size), output);
        Table("one timeline", size => Opening + "Timeline:\n" + Repeat(["- 10:00 the pager rang, 20% of users saw errors\n"], "", size), output);
        Table("one list of actions", size => Opening + "Action items:\n" + Repeat(["- Add an alert for the disk, owner Ann, due 2024-07-01\n"], "", size), output);
        return 0;
    }

    private static void Table(string shape, Func<int, string> make, TextWriter output)
    {
        Measure(() => Parse(make(100_000)));
        double? first = null;
        foreach (var size in Megabytes)
        {
            var text = make((int)(size * 1_000_000));
            var bare = Measure(() => Count(text));
            var parse = Measure(() => Parse(text));
            var perMegabyte = parse / size;
            first ??= perMegabyte;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {shape} | {size} | {parse / bare:0} | {perMegabyte / first:0.00} |"));
        }
    }

    // A document that is judged no report is hardly read, and would show nothing.
    private static void Parse(string text)
    {
        if (!PostmortemParser.Parse(new SourceDocument("benchmark.md", text, DocumentFormat.Markdown, "utf-8", null)).IsPostmortem)
            throw new InvalidOperationException("The document was judged no report: its shape measures nothing.");
    }

    private static int Count(string text)
    {
        var vowels = 0;
        foreach (var c in text)
            vowels += c is 'a' or 'e' or 'i' or 'o' or 'u' ? 1 : 0;
        return vowels;
    }

    /// <summary>The fastest of a few rounds, in milliseconds.</summary>
    private static double Measure(Action work) =>
        Enumerable.Range(0, Rounds).Min(_ =>
        {
            var watch = Stopwatch.StartNew();
            work();
            return watch.Elapsed.TotalMilliseconds;
        });

    private static string Repeat(List<string> texts, string between, int size)
    {
        var text = new StringBuilder(size + 10_000);
        for (var i = 0; text.Length < size; i++)
            text.Append(texts[i % texts.Count]).Append(between);
        return text.ToString(0, size);
    }
}
