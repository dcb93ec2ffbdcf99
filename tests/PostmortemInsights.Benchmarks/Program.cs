using System.Globalization;
using PostmortemInsights.Benchmarks;

// search [documents] [folder], train [folder], or the folder alone for parsing.
return args switch
{
    ["search", ..] => SearchBenchmark.Run(args.ElementAtOrDefault(2) ?? "corpus", int.Parse(args.ElementAtOrDefault(1) ?? "50000", CultureInfo.InvariantCulture), Console.Out),
    ["train", ..] => TrainingBenchmark.Run(args.ElementAtOrDefault(1) ?? "corpus", Console.Out),
    _ => ParsingBenchmark.Run(args.ElementAtOrDefault(0) ?? "corpus", Console.Out),
};
