using System.CommandLine;
using PostmortemInsights.Analyzing;
using PostmortemInsights.Classifying;
using PostmortemInsights.Incidents;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Cli.Commands;

/// <summary><c>pmi parse</c>: the records of documents, one after the other, without a store.</summary>
internal static class ParseCommand
{
    public static Command Create(Terminal terminal)
    {
        var format = Options.Format("table", "json", "jsonl");
        var command = new DocumentedCommand(
            "parse",
            "Reads postmortems and prints what they say as records.",
            "pmi parse corpus",
            "pmi parse corpus --format jsonl",
            "pmi parse incident.md --format json")
        {
            Options.Paths, format, Options.Trainer,
        };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(Options.Paths), parsed.GetRequiredValue(format), Engines.Trainer(parsed.GetRequiredValue(Options.Trainer)), terminal));
        return command;
    }

    private static int Run(string[] paths, string format, IClassifierTrainer trainer, Terminal terminal)
    {
        Paths.RequireAny(paths);
        var log = new ReadingLog(terminal);
        var output = RecordOutput.Of(format, terminal);
        var documents = 0;
        foreach (var (result, record) in Read(paths, format, trainer, terminal))
        {
            log.Take(result);
            if (record is not null)
                output.Write(record);
            else if (result is ReadFailure failure)
                output.Write(new UnreadDocument(failure.Source, failure.Message));
            documents += result is ReadSkipped ? 0 : 1;
        }

        output.End();
        log.Close(documents);
        return log.Status;
    }

    // Records that scroll by show the progress themselves.
    private static IEnumerable<(ReadResult Result, Incident? Record)> Read(string[] paths, string format, IClassifierTrainer trainer, Terminal terminal)
    {
        using var progress = ProgressBar.Start("reading", terminal, shown: format == "table" || !terminal.OutputIsTerminal);
        var records = Records.For(paths, trainer, progress, terminal);
        foreach (var read in Corpus.Find(paths, terminal.Interrupted).SelectInOrder(found => Read(found, records), terminal.Interrupted))
            yield return read;
    }

    private static (ReadResult Result, Incident? Record) Read(ReadResult found, Records records)
    {
        var result = found is FoundFile file ? DocumentReader.Read(file) : found;
        return (result, result is ReadDocument read ? records.Of(read.Document) : null);
    }
}
