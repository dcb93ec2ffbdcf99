using PostmortemInsights.Cli.Commands;
using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing;
using PostmortemInsights.Indexing.Queries;
using PostmortemInsights.Indexing.Ranking;
using PostmortemInsights.Reporting;

namespace PostmortemInsights.Cli;

/// <summary>
/// A search is over sooner than its code and its word lists are loaded. So a second processor rehearses one, while the first one reads the
/// command line and opens the store; nothing comes of it but that all is there when it is needed.
/// </summary>
internal static class HeadStart
{
    private const string Sample = "Checkout timed out for a third of users.";

    /// <summary>Begins with it, if the command is one that searches.</summary>
    public static void For(string[] args)
    {
        if (args is [SearchCommand.Name or SimilarCommand.Name or DiagnoseCommand.Name, ..])
            new Thread(Rehearse) { IsBackground = true }.Start();
    }

    private static void Rehearse()
    {
        var query = Query.OfWords(Sample);
        ReadQuery(query);
        ShowFound(query);
    }

    // The word lists are needed first, and take the longest.
    private static void ReadQuery(Query query)
    {
        _ = ConceptReader.Read(Sample, RankingModel.Symptoms);
        _ = QueryConcepts.ShareOf(query, RankingModel.Symptoms);
    }

    private static void ShowFound(Query query)
    {
        var incident = new Incident { Source = "", Id = "", Text = Sample };
        var found = new FoundIncident(incident, new Hit(0, 0, [], []), Snippets.For(incident, query));
        foreach (var line in SearchText.Lines(1, found))
            _ = line.ToString();
        try
        {
            Console.OpenStandardError().Write([]);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }
}
