using System.CommandLine;
using PostmortemInsights.Classifying;

namespace PostmortemInsights.Cli;

/// <summary>The engines that a command line asks for.</summary>
/// <param name="Search">Writes and opens the index.</param>
/// <param name="Trainer">Trains the classifiers that label the documents.</param>
internal sealed record ChosenEngines(SearchEngine Search, IClassifierTrainer Trainer)
{
    /// <summary>What <see cref="Options.Engine"/> and <see cref="Options.Trainer"/> say.</summary>
    /// <exception cref="UsageException">One of them is not compiled in.</exception>
    public static ChosenEngines Of(ParseResult parsed) =>
        new(Engines.Search(parsed.GetRequiredValue(Options.Engine)), Engines.Trainer(parsed.GetRequiredValue(Options.Trainer)));
}
