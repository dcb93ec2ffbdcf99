using System.Diagnostics;
using System.Globalization;
using PostmortemInsights.Classifying;
using PostmortemInsights.Cli;

namespace PostmortemInsights.Benchmarks;

/// <summary>How much processor time each trainer that is compiled in takes for the classifiers of one corpus, with their calibration.</summary>
internal static class TrainingBenchmark
{
    private const int Rounds = 3;

    /// <summary>Prints the table for the labelled documents in <paramref name="folder"/>.</summary>
    public static int Run(string folder, TextWriter output)
    {
        var examples = TrainingCorpus.At(folder).Read(Taxonomy.Default);
        output.WriteLine("| trainer | documents | processor seconds | times the first row |");
        output.WriteLine("|---|---|---|---|");
        double? first = null;
        foreach (var name in Engines.Trainers)
        {
            var seconds = Enumerable.Range(0, Rounds).Min(_ => Measure(() => IncidentClassifier.Train(examples, Taxonomy.Default, Engines.Trainer(name))));
            first ??= seconds;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {examples.Length} | {seconds:0.0} | {seconds / first:0.00} |"));
        }

        return 0;
    }

    private static double Measure(Action work)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        work();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalSeconds;
    }
}
