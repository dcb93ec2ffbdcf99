using System.Collections.Immutable;
using System.CommandLine;
using PostmortemInsights.Indexing;
using PostmortemInsights.Indexing.Queries;

namespace PostmortemInsights.Cli;

/// <summary>The words of a command line as a query.</summary>
internal static class Queries
{
    // A log that was pasted has hundreds.
    private const int MostNoted = 5;

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

    /// <summary>Notes the words that say nothing about the documents, so that nobody takes an answer to half a question for one to the whole.</summary>
    public static void NoteUnknown(ImmutableArray<UnknownWord> words, Terminal terminal)
    {
        if (words.IsEmpty)
            return;
        foreach (var word in words.Where(static word => word.ReadAs.Length > 0).Take(MostNoted))
            terminal.Note($"pmi: no document has '{word.Word}'; read as {string.Join(" or ", word.ReadAs.Select(static stem => $"{stem}…"))}");
        var others = words.Where(static word => word.ReadAs.IsEmpty).Select(static word => $"'{word.Word}'").ToList();
        if (others.Count > MostNoted)
            terminal.Note($"pmi: no document has {others.Count} of the words, among them {string.Join(", ", others.Take(MostNoted))}");
        else if (others.Count > 0)
            terminal.Note($"pmi: no document has {string.Join(" or ", others)}");
    }
}
