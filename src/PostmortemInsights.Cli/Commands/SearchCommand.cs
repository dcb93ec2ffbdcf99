using System.CommandLine;
using PostmortemInsights.Indexing;
using PostmortemInsights.Indexing.Queries;
using PostmortemInsights.Reporting;

namespace PostmortemInsights.Cli.Commands;

/// <summary><c>pmi search</c>: ranked incidents with the lines that show why.</summary>
internal static class SearchCommand
{
    public const string Name = "search";

    private static readonly Option<bool> Explain = new("--explain") { Description = "Say where each score comes from, term by term and zone by zone." };
    private static readonly Option<bool> Facets = new("--facets") { Description = "Count all incidents found by cause, component and quarter." };

    public static Command Create(Terminal terminal)
    {
        var format = Options.Format("table", "json");
        var command = AskedStore.AddOptions(new DocumentedCommand(
            Name,
            "Finds past incidents by what was seen.",
            "pmi search checkout hangs since the upgrade, lots of 502 --corpus corpus",
            "pmi search '\"connection pool\" +timeout -redis' --limit 5",
            "pmi search 'error rate cause:capacity duration:>2h date:2024-Q2' --facets",
            "pmi search replication lag --component database --from 2023 --format json")
        {
            Options.Query, Options.Limit, Explain, Facets, format,
        }).WithFilters();
        command.SetAction(parsed =>
        {
            var query = Queries.Read(parsed);
            using var asked = AskedStore.Open(parsed, terminal);
            var request = new SearchRequest(query)
            {
                Limit = parsed.GetValue(Options.Limit),
                Filters = Filters.Read(parsed),
                Explain = parsed.GetValue(Explain),
                Facets = parsed.GetValue(Facets),
            };
            return Run(asked, request, parsed.GetRequiredValue(format), terminal);
        });
        return command;
    }

    private static int Run(AskedStore asked, SearchRequest request, string format, Terminal terminal)
    {
        var result = asked.Search(request);
        Queries.NoteUnknown(result.UnknownWords, terminal);
        var found = result.Hits.Select(hit => Found(asked, hit, request.Query));
        if (format == "json")
            SearchJson.Write(terminal.Bytes, request.Query.Text, result, found);
        else
            WriteLines(result, found, terminal);
        return result.Total > 0 ? asked.Status : NothingFound.Say(asked.Store.Count, request.Filters, terminal);
    }

    private static FoundIncident Found(AskedStore asked, Hit hit, Query query)
    {
        var incident = asked.Store.Read(hit.Document);
        return new FoundIncident(incident, hit, Snippets.For(incident, query, hit.Matched));
    }

    private static void WriteLines(SearchResult result, IEnumerable<FoundIncident> found, Terminal terminal)
    {
        var rank = 0;
        foreach (var incident in found)
        {
            foreach (var line in SearchText.Lines(++rank, incident, terminal.Width))
                terminal.WriteLine(line);
            terminal.WriteLine(new StyledLine());
        }

        foreach (var line in SearchText.Lines(result.Facets, terminal.Width))
            terminal.WriteLine(line);
        if (result.Total > result.Hits.Length)
            terminal.Note($"pmi: the best {result.Hits.Length} of {result.Total}; --limit shows more.");
    }
}
