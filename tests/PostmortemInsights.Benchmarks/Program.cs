using System.Globalization;
using PostmortemInsights.Benchmarks;

// search [documents] [folder], or the folder alone for parsing.
return args is ["search", ..]
    ? SearchBenchmark.Run(args.ElementAtOrDefault(2) ?? "corpus", int.Parse(args.ElementAtOrDefault(1) ?? "50000", CultureInfo.InvariantCulture), Console.Out)
    : ParsingBenchmark.Run(args.Length > 0 ? args[0] : "corpus", Console.Out);
