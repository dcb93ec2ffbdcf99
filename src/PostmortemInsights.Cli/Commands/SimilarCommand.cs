using System.CommandLine;
using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing;
using PostmortemInsights.Indexing.Queries;
using PostmortemInsights.Reading;
using PostmortemInsights.Reporting;

namespace PostmortemInsights.Cli.Commands;

/// <summary><c>pmi similar</c>: incidents like one given.</summary>
internal static class SimilarCommand
{
    public const string Name = "similar";

    private static readonly Argument<string> Given = new("ID|FILE")
    {
        Description = "The id or path of an incident of the store, or any other file.",
    };

    public static Command Create(Terminal terminal)
    {
        var format = Options.Format("table", "json");
        var command = AskedStore.AddOptions(new DocumentedCommand(
            Name,
            "Finds incidents like one given, and says what is alike: symptoms, cause, component, fix.",
            "pmi similar draft.md --corpus corpus",
            "pmi similar 3f2a9c01b7de --limit 5")
        {
            Given, Options.Limit, format,
        }).WithFilters();
        command.SetAction(parsed =>
        {
            using var asked = AskedStore.Open(parsed, terminal);
            var incident = Read(parsed.GetRequiredValue(Given), asked, terminal);
            return Run(incident, asked, parsed.GetValue(Options.Limit), Filters.Read(parsed), parsed.GetRequiredValue(format), terminal);
        });
        return command;
    }

    private static Incident Read(string given, AskedStore asked, Terminal terminal)
    {
        if (asked.Store.Find(given.Replace('\\', '/')) is { } known)
            return asked.Store.Read(known);
        if (!File.Exists(given))
            throw new UsageException($"There is no incident '{given}' in the store, and no such file.");
        using var progress = ProgressBar.Start("reading", terminal);
        return DocumentReader.Read(given) switch
        {
            ReadDocument read => Records.For([given], asked.Trainer, progress, terminal).Of(read.Document),
            ReadSkipped skipped => throw new UsageException($"'{given}' can't be compared: {skipped.Reason}."),
            ReadFailure failure => throw new UsageException($"{failure.Source}: {failure.Message}"),
            var other => throw new UsageException($"'{other.Source}' can't be compared."),
        };
    }

    private static int Run(Incident incident, AskedStore asked, int limit, SearchFilters filters, string format, Terminal terminal)
    {
        using var index = asked.OpenIndex();
        var similar = SimilarIncidents.Find(incident, index, document => asked.Store.Read(document), limit, filters)
            .Select(hit => (Hit: hit, Record: asked.Store.Read(hit.Document))).ToList();
        if (format == "json")
            SimilarJson.Write(terminal.Bytes, incident, similar);
        else
            WriteLines(similar, terminal);
        return similar.Count > 0 ? asked.Status : NothingFound.Say(asked.Store.Count, filters, terminal);
    }

    private static void WriteLines(IEnumerable<(SimilarIncident Hit, Incident Record)> similar, Terminal terminal)
    {
        foreach (var (rank, (hit, record)) in similar.Index())
        {
            foreach (var line in SearchText.Lines(rank + 1, hit, record))
                terminal.WriteLine(line);
            terminal.WriteLine(new StyledLine());
        }
    }
}
