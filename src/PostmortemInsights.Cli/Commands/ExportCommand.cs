using System.CommandLine;
using PostmortemInsights.Indexing.Queries;
using PostmortemInsights.Reporting;

namespace PostmortemInsights.Cli.Commands;

/// <summary><c>pmi export</c>: the records as CSV tables.</summary>
internal static class ExportCommand
{
    private static readonly Option<string> Folder = new("--output", "-o")
    {
        Description = "The folder to write the tables into; it is made if need be.",
        HelpName = "DIR",
        Required = true,
    };

    public static Command Create(Terminal terminal)
    {
        var command = AskedStore.AddOptions(new DocumentedCommand(
            "export",
            "Writes the records as CSV tables: incidents.csv, timeline.csv, misleading_paths.csv, action_items.csv, causes.csv, warnings.csv.",
            "pmi export corpus --output tables",
            "pmi export --output tables --from 2024 --component database")
        {
            Options.OptionalPaths, Folder,
        }).WithFilters();
        command.SetAction(parsed =>
        {
            using var asked = AskedStore.Open(parsed, terminal);
            return Run(asked, Filters.Read(parsed), parsed.GetRequiredValue(Folder), terminal);
        });
        return command;
    }

    private static int Run(AskedStore asked, SearchFilters filters, string folder, Terminal terminal)
    {
        var incidents = asked.Incidents(filters, terminal).ToList();
        CsvExport.Write(incidents, folder);
        foreach (var file in CsvExport.Files)
            terminal.Out.WriteLine(Path.Combine(folder, file).Replace('\\', '/'));
        return incidents.Count == 0 ? ExitStatus.NothingOrPartly : asked.Status;
    }
}
