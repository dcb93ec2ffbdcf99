using System.CommandLine;

namespace PostmortemInsights.Cli.Commands;

/// <summary><c>pmi ingest</c>: brings a store up to the documents.</summary>
internal static class IngestCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new DocumentedCommand(
            "ingest",
            "Reads what is new or has changed, removes what is gone, and writes the store that the other commands ask.",
            "pmi ingest incidents",
            "pmi ingest incidents wiki-export --store /var/lib/pmi")
        {
            Options.Paths, Options.Store, Options.Engine, Options.Trainer,
        };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(Options.Paths),
            parsed.GetValue(Options.Store) ?? AskedStore.DefaultFolder,
            ChosenEngines.Of(parsed),
            terminal));
        return command;
    }

    private static int Run(string[] paths, string folder, ChosenEngines engines, Terminal terminal)
    {
        var log = new ReadingLog(terminal);
        var result = AskedStore.Ingest(folder, paths, engines, log, terminal);
        terminal.Out.WriteLine(
            $"{folder}: {result.Count} documents; {result.Read} read, {result.Unchanged} unchanged, {result.Removed} removed, {result.Failures.Length} failed");
        return result.Count == 0 ? ExitStatus.NothingOrPartly : log.Status;
    }
}
