using PostmortemInsights.Benchmarks;

return ParsingBenchmark.Run(args.Length > 0 ? args[0] : "corpus", Console.Out);
