using System.CommandLine;
using PostmortemInsights.Classifying;
using PostmortemInsights.Reporting;

namespace PostmortemInsights.Cli.Commands;

/// <summary><c>pmi evaluate</c>: how well the classifiers or the search do.</summary>
internal static class EvaluateCommand
{
    public static Command Create(Terminal terminal)
    {
        var format = Options.Format("table", "json");
        var command = new DocumentedCommand(
            "evaluate",
            "Measures the classifiers by cross-validation on labelled postmortems.",
            "pmi evaluate",
            "pmi evaluate --corpus incidents --labels incidents/labels.csv")
        {
            Options.Corpus, Options.Labels, Options.Trainer, format,
        };
        command.SetAction(parsed => Classifiers(Training.Of(parsed), parsed.GetRequiredValue(format), terminal));
        return command;
    }

    private static int Classifiers(Training training, string format, Terminal terminal)
    {
        Evaluation evaluation;
        using (ProgressBar.Start("cross-validating", terminal))
            evaluation = CrossValidate(training);
        if (format == "json")
            EvaluationJson.Write(terminal.Bytes, evaluation);
        else
            EvaluationText.Write(evaluation, terminal.Out, terminal.Width);
        return ExitStatus.Done;
    }

    // A team's own documents are few: the classifiers that are measured on them have learned from the shipped ones as well.
    private static Evaluation CrossValidate(Training training)
    {
        var examples = training.Corpus.Read(training.Taxonomy);
        if (examples.Length < 2)
            throw new UsageException($"{training.Corpus.Labels} labels {examples.Length} documents; cross-validation needs at least two.");
        var others = training.IsShipped ? [] : TrainingCorpus.Find()?.Read(training.Taxonomy) ?? [];
        return Evaluator.CrossValidate(examples, training.Taxonomy, training.Trainer, others);
    }
}
