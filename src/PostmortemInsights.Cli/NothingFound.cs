using PostmortemInsights.Classifying;
using PostmortemInsights.Indexing.Queries;

namespace PostmortemInsights.Cli;

/// <summary>What is said when nothing was found.</summary>
internal static class NothingFound
{
    /// <summary>Says so, and points to filters that name no known category.</summary>
    /// <returns>The status to end with.</returns>
    public static int Say(int documents, SearchFilters filters, Terminal terminal)
    {
        terminal.Note($"pmi: nothing like that among {documents} documents.");
        foreach (var (option, facet, given) in new[]
        {
            ("--cause", Facet.Causes, filters.Causes),
            ("--component", Facet.Components, filters.Components),
            ("--trigger", Facet.Triggers, filters.Triggers),
        })
        {
            // To read the taxonomy takes longer than the search.
            if (given.IsEmpty)
                continue;
            var known = Taxonomy.Default[facet].Select(category => category.Id).ToList();
            foreach (var unknown in given.Where(id => !known.Contains(id, StringComparer.Ordinal)))
                terminal.Note($"pmi: {option} '{unknown}' is none of the built-in categories{Usage.Suggestion(known, unknown)} ({string.Join(", ", known)})");
        }

        return ExitStatus.NothingOrPartly;
    }
}
