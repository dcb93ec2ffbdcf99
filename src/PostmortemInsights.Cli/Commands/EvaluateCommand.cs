using System.CommandLine;
using PostmortemInsights.Classifying;
using PostmortemInsights.Indexing;
using PostmortemInsights.Indexing.Ranking;
using PostmortemInsights.Reporting;

namespace PostmortemInsights.Cli.Commands;

/// <summary><c>pmi evaluate</c>: how well the classifiers or the search do.</summary>
internal static class EvaluateCommand
{
    private static readonly Option<string?> JudgedQueries = new("--queries")
    {
        Description = "Measure the search instead: a file with a line {\"doc\": NAME, \"sentence\": …, \"keywords\": …} for each document.",
        HelpName = "FILE",
    };

    public static Command Create(Terminal terminal)
    {
        var format = Options.Format("table", "json");
        var command = AskedStore.AddOptions(new DocumentedCommand(
            "evaluate",
            "Measures the classifiers by cross-validation on labelled postmortems, or the search by queries whose answers are known.",
            "pmi evaluate",
            "pmi evaluate --corpus incidents --labels incidents/labels.csv",
            "pmi evaluate --queries queries.jsonl --corpus incidents")
        {
            Options.Labels, JudgedQueries, format,
        });
        command.SetAction(parsed => parsed.GetValue(JudgedQueries) is { } queries
            ? Search(queries, parsed, parsed.GetRequiredValue(format), terminal)
            : Classifiers(Training.Of(parsed), parsed.GetRequiredValue(format), terminal));
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

    private static Evaluation CrossValidate(Training training)
    {
        var examples = training.Corpus.Read(training.Taxonomy);
        if (examples.Length < 2)
            throw new UsageException($"{training.Corpus.Labels} labels {examples.Length} documents; cross-validation needs at least two.");
        var besides = training.Corpus.ReadAll(training.Taxonomy).Skip(examples.Length);
        return Evaluator.CrossValidate(examples, training.Taxonomy, training.Trainer, besides);
    }

    private static int Search(string file, ParseResult parsed, string format, Terminal terminal)
    {
        using var reader = File.OpenText(file);
        var queries = RankingEvaluation.ReadQueries(reader);
        using var asked = AskedStore.Open(parsed, terminal);
        string[] sources = [.. asked.Store.ReadAll(withText: false, terminal.Interrupted).Select(incident => incident.Source)];
        using var index = asked.OpenIndex();
        var measured =
            from ranking in new[] { (Name: "symptoms", Model: RankingModel.Symptoms), (Name: "plain BM25", Model: RankingModel.PlainBm25) }
            from quality in RankingEvaluation.Measure(index, sources, queries, ranking.Model)
            select (ranking.Name, quality);
        if (format == "json")
            RankingText.WriteJson(measured, terminal.Bytes);
        else
            RankingText.Write(measured, terminal.Out, terminal.Width);
        return asked.Status;
    }
}
