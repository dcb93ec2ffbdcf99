using System.CommandLine;
using PostmortemInsights.Analyzing;
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
            Options.Paths, format,
        };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(Options.Paths), parsed.GetRequiredValue(format), terminal));
        return command;
    }

    private static int Run(string[] paths, string format, Terminal terminal)
    {
        Paths.RequireAny(paths);
        var records = Records.For(paths, terminal);
        var log = new ReadingLog(terminal);
        var output = RecordOutput.Of(format, terminal);
        var documents = 0;
        foreach (var result in Corpus.Read(paths, terminal.Interrupted))
        {
            log.Take(result);
            if (result is ReadDocument read)
                output.Write(records.Of(read.Document));
            else if (result is ReadFailure failure)
                output.Write(new UnreadDocument(failure.Source, failure.Message));
            documents += result is ReadSkipped ? 0 : 1;
        }

        output.End();
        log.Close(documents);
        return log.Status;
    }
}
