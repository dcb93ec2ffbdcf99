using System.Collections.Immutable;
using PostmortemInsights.Indexing.Queries;
using PostmortemInsights.Indexing.Searching;
using PostmortemInsights.Indexing.Words;

namespace PostmortemInsights.Indexing.Ranking;

/// <summary>What of a query is ranked by; what only filters gives nothing.</summary>
public static class QueryConcepts
{
    private const int MostExpansions = 50;

    /// <summary>The concepts of all clauses that a hit may or must meet.</summary>
    public static ImmutableArray<QueryConcept> Of(Query query, RankingModel model, ITermStatistics statistics)
    {
        ArgumentNullException.ThrowIfNull(query);
        var concepts = ImmutableArray.CreateBuilder<QueryConcept>();
        foreach (var clause in query.Clauses)
        {
            if (clause.Occur != Occur.MustNot)
                concepts.AddRange(Of(clause.Condition, model, statistics));
        }

        return concepts.ToImmutable();
    }

    /// <summary>The first share of users that the query's free text speaks of, or null.</summary>
    public static AffectedShare? ShareOf(Query query, RankingModel model)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(model);
        foreach (var clause in query.Clauses)
        {
            if (model.UseShares && clause.Condition is FreeText text && AffectedShare.Find(text.Text) is { } share)
                return share;
        }

        return null;
    }

    /// <summary>The words of a collection that a fuzzy word may be.</summary>
    internal static IReadOnlyList<string> Spelled(Fuzzy fuzzy, ITermStatistics statistics) =>
        Spelling.Like(EnglishStemmer.Stem(fuzzy.Word.ToLowerInvariant()), statistics);

    private static ImmutableArray<QueryConcept> Of(Condition condition, RankingModel model, ITermStatistics statistics) => condition switch
    {
        FreeText text => ConceptReader.Read(text.Text, model, statistics),
        Phrase { Field: null } phrase => [.. ConceptReader.Read(phrase.Text, model, statistics), .. WholeOf(phrase)],
        Phrase phrase => [new QueryConcept($"{phrase.Field!.Name}:{phrase.Text}", [], phrase)],
        Prefix prefix => [new QueryConcept(prefix.Start + "*", Expansions(prefix, statistics))],
        Fuzzy fuzzy => [new QueryConcept(fuzzy.Word + "~", [.. Spelled(fuzzy, statistics).Select(term => new WeightedTerm(term, 1))])],
        Either either => [.. either.Conditions.SelectMany(one => Of(one, model, statistics).AsEnumerable())],
        _ => [],
    };

    // A phrase of one word says no more than the word itself.
    private static IEnumerable<QueryConcept> WholeOf(Phrase phrase) =>
        PhraseMatcher.TermsOf(phrase.Text).Count < 2 ? [] : [new QueryConcept(phrase.Text, [], phrase)];

    private static ImmutableArray<WeightedTerm> Expansions(Prefix prefix, ITermStatistics statistics) =>
    [
        .. statistics.StartingWith(prefix.Start).OrderByDescending(term => term.Documents).ThenBy(term => term.Term, StringComparer.Ordinal)
            .Take(MostExpansions).Select(term => new WeightedTerm(term.Term, 1)),
    ];
}
