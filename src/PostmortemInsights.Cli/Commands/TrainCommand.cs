using System.CommandLine;
using PostmortemInsights.Classifying;

namespace PostmortemInsights.Cli.Commands;

/// <summary><c>pmi train</c>: trains the classifiers and keeps the model.</summary>
internal static class TrainCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new DocumentedCommand(
            "train",
            "Trains the classifiers on labelled postmortems. A folder with a labels.csv has its own model from then on.",
            "pmi train",
            "pmi train --corpus incidents",
            "pmi train --corpus incidents --labels reviewed.csv")
        {
            Options.Corpus, Options.Labels, Options.Trainer,
        };
        command.SetAction(parsed => Run(Training.Of(parsed), terminal));
        return command;
    }

    private static int Run(Training training, Terminal terminal)
    {
        TrainedClassifier trained;
        using (ProgressBar.Start("training", terminal))
            trained = ModelCache.LoadOrTrain(training.Corpus, training.Taxonomy, training.Trainer);
        foreach (var note in trained.Notes)
            terminal.Note("pmi: " + note);
        terminal.Out.WriteLine($"The classifiers know {trained.Documents} labelled documents of {(training.IsShipped ? "the shipped corpus" : training.Corpus.Folder)}.");
        return ExitStatus.Done;
    }
}
