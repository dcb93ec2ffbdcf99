using System.CommandLine;
using PostmortemInsights.Analyzing;
using PostmortemInsights.Indexing;
using PostmortemInsights.Indexing.Queries;
using PostmortemInsights.Reporting;

namespace PostmortemInsights.Cli.Commands;

/// <summary><c>pmi diagnose</c>: what such symptoms turned out to be before.</summary>
internal static class DiagnoseCommand
{
    public const string Name = "diagnose";

    public static Command Create(Terminal terminal)
    {
        var format = Options.Format("table", "json");
        var command = AskedStore.AddOptions(new DocumentedCommand(
            Name,
            "Says what such symptoms turned out to be before: causes by weight, what to rule out first, what fixed it, whom to call.",
            "pmi diagnose checkout hangs, lots of 502 since the upgrade --corpus corpus",
            "pmi diagnose 'replicas lag behind, writes time out' --component database --format json")
        {
            Options.Query, format,
        }).WithFilters();
        command.SetAction(parsed =>
        {
            var query = Queries.Read(parsed);
            using var asked = AskedStore.Open(parsed, terminal);
            return Run(asked, query, Filters.Read(parsed), parsed.GetRequiredValue(format), terminal);
        });
        return command;
    }

    private static int Run(AskedStore asked, Query symptoms, SearchFilters filters, string format, Terminal terminal)
    {
        var result = asked.Search(new SearchRequest(symptoms) { Filters = filters, Limit = Diagnosis.SearchDepth });
        Queries.NoteUnknown(result.UnknownWords, terminal);
        var diagnosis = Diagnosis.From(result.Hits.Select(hit => new Neighbour(asked.Store.Read(hit.Document), hit.Score)));
        if (format == "json")
            DiagnosisJson.Write(terminal.Bytes, diagnosis, symptoms.Text);
        else if (diagnosis.Nearest.Length > 0)
            DiagnosisText.Write(diagnosis, symptoms.Text, terminal.Out, terminal.Width);
        return diagnosis.Nearest.Length > 0 ? asked.Status : NothingFound.Say(asked.Store.Count, filters, terminal);
    }
}
