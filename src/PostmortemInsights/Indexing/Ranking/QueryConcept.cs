using System.Collections.Immutable;
using PostmortemInsights.Indexing.Words;

namespace PostmortemInsights.Indexing.Ranking;

/// <summary>A word or phrase of a query with all that it may be called in a document.</summary>
/// <param name="Word">As typed.</param>
/// <param name="Terms">Index terms that meet it; the one that gives most counts.</param>
public sealed record QueryConcept(string Word, ImmutableArray<WeightedTerm> Terms)
{
    private const double SynonymWeight = 0.5;
    private const double WiderWeight = 0.3;

    /// <summary>The concepts of free text.</summary>
    public static ImmutableArray<QueryConcept> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var concepts = new SortedDictionary<(int Start, int End), List<WeightedTerm>>();
        foreach (var token in Analyzer.Query(text))
        {
            if (token.Kind == TokenKind.Stop)
                continue;
            if (!concepts.TryGetValue((token.Start, token.End), out var terms))
                concepts[(token.Start, token.End)] = terms = [];
            terms.Add(new WeightedTerm(token.Term, WeightOf(token.Kind)));
        }

        return [.. concepts.Select(c => new QueryConcept(text[c.Key.Start..c.Key.End], [.. c.Value])).DistinctBy(c => string.Join(' ', c.Terms))];
    }

    private static double WeightOf(TokenKind kind) => kind switch
    {
        TokenKind.Concept => SynonymWeight,
        TokenKind.WiderConcept => WiderWeight,
        _ => 1,
    };
}

/// <summary>An index term and how much it counts in a query.</summary>
/// <param name="Term">The term.</param>
/// <param name="Weight">1 for what was typed, less for what only means something like it.</param>
public readonly record struct WeightedTerm(string Term, double Weight);
