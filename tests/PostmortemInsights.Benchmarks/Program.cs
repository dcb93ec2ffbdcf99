using System.Globalization;
using PostmortemInsights.Benchmarks;

// scale [documents] [folder], search [documents] [folder], generate documents folder into, train [folder], or the folder alone for
// parsing; "measure" is how scale calls itself.
var folder = args.ElementAtOrDefault(2) ?? "corpus";
return args switch
{
    ["measure", ..] => Stages.Run(args[1], args[2], args[3], Console.Out),
    ["generate", _, _, var into] => Generate(into),
    ["scale", ..] => ScaleBenchmark.Run(folder, Number(1, 100_000), Console.Out),
    ["search", ..] => SearchBenchmark.Run(folder, Number(1, 50_000), Console.Out),
    ["train", ..] => TrainingBenchmark.Run(args.ElementAtOrDefault(1) ?? "corpus", Console.Out),
    _ => ParsingBenchmark.Run(args.Length > 0 ? args[0] : "corpus", Console.Out),
};

int Generate(string into)
{
    GeneratedCorpus.From(folder).WriteTo(into, Number(1, 0));
    return 0;
}

int Number(int place, int usual) => args.Length > place ? int.Parse(args[place], NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : usual;
