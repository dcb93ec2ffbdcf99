using System.CommandLine;
using PostmortemInsights.Indexing.Queries;

namespace PostmortemInsights.Cli;

/// <summary>The words of a command line as a query.</summary>
internal static class Queries
{
    /// <summary>Reads the query that was given.</summary>
    /// <exception cref="UsageException">It is empty, or a part of it can't be read.</exception>
    public static Query Read(ParseResult parsed)
    {
        var text = string.Join(' ', parsed.GetRequiredValue(Options.Query));
        if (string.IsNullOrWhiteSpace(text))
            throw new UsageException("The query is empty; say what you see.");
        var (query, error) = QueryParser.Parse(text);
        return query ?? throw new UsageException($"{error!.Message}\n  {text}\n  {new string(' ', error.Position)}^");
    }
}
