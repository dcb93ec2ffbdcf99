using System.Collections.Immutable;
using PostmortemInsights.Indexing.Queries;
using PostmortemInsights.Indexing.Ranking;
using PostmortemInsights.Indexing.Zones;

namespace PostmortemInsights.Indexing;

/// <summary>An index that can be asked; there are two, the project's own and Lucene.Net's.</summary>
public interface ISearchEngine : IDisposable
{
    /// <summary>Number of documents.</summary>
    int Documents { get; }

    /// <summary>The documents that meet a request, the best first; ties in the ordinal order of their sources.</summary>
    SearchResult Search(SearchRequest request);
}

/// <summary>What to look for and what to tell about it.</summary>
/// <param name="Query">The query.</param>
public sealed record SearchRequest(Query Query)
{
    /// <summary>At most so many hits.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>What hits must have besides.</summary>
    public SearchFilters Filters { get; init; } = SearchFilters.None;

    /// <summary>How to rank.</summary>
    public RankingModel Ranking { get; init; } = RankingModel.Symptoms;

    /// <summary>Whether each hit says where its score comes from.</summary>
    public bool Explain { get; init; }

    /// <summary>Whether all hits are counted by cause, component and quarter.</summary>
    public bool Facets { get; init; }

    /// <summary>What each hit must meet.</summary>
    internal ImmutableArray<Condition> Required => [.. ConditionsThat(Occur.Must), .. Filters.Conditions()];

    /// <summary>What no hit may meet.</summary>
    internal ImmutableArray<Condition> Excluded => [.. ConditionsThat(Occur.MustNot)];

    /// <summary>Whether a hit need not meet any word of the query, because all that was asked is what it must or must not meet.</summary>
    internal bool OnlyFilters => ConditionsThat(Occur.Should).Count == 0 && Query.Clauses.Length + Required.Length > 0;

    private List<Condition> ConditionsThat(Occur occur)
    {
        var conditions = new List<Condition>();
        foreach (var clause in Query.Clauses)
        {
            if (clause.Occur == occur)
                conditions.Add(clause.Condition);
        }

        return conditions;
    }
}

/// <summary>What was found.</summary>
/// <param name="Total">Number of documents that meet the request.</param>
/// <param name="Hits">The best of them, in order.</param>
/// <param name="Facets">Counts over all of them, when asked for.</param>
/// <param name="UnknownWords">Words of the query that no document has, in the order of the query.</param>
public sealed record SearchResult(
    int Total, ImmutableArray<Hit> Hits, ImmutableArray<Facet> Facets, ImmutableArray<UnknownWord> UnknownWords);

/// <summary>A word that no document has.</summary>
/// <param name="Word">As typed.</param>
/// <param name="ReadAs">The stems of the words that it was taken for by their spelling; empty if none is near.</param>
public sealed record UnknownWord(string Word, ImmutableArray<string> ReadAs)
{
    /// <summary>The word of a concept; null if the collection has it as it is typed.</summary>
    internal static UnknownWord? Of(QueryConcept concept, bool isKnown)
    {
        ImmutableArray<string> stems = concept.RespelledAs.IsDefault ? [] : concept.RespelledAs;
        return concept.Phrase is null && (!isKnown || !stems.IsEmpty) ? new UnknownWord(concept.Word, stems) : null;
    }
}

/// <summary>A document that was found.</summary>
/// <param name="Document">Its number, from 0, in the order in which the index was written.</param>
/// <param name="Score">How well it meets the query, in steps of 0.0001.</param>
/// <param name="Matched">What of the query it has, in the order of the query.</param>
/// <param name="Explanation">Where the score comes from, when asked for; the parts add up to it.</param>
public sealed record Hit(int Document, double Score, ImmutableArray<MatchedTerm> Matched, ImmutableArray<TermScore> Explanation);

/// <summary>A word or phrase of a query with what met it in a document.</summary>
/// <param name="Word">As typed.</param>
/// <param name="Term">The index term: the stem, a synonym group as <c>#name</c>, or <see cref="Share"/>.</param>
public sealed record MatchedTerm(string Word, string Term)
{
    /// <summary>Stands for a share of users that the record's percentage meets.</summary>
    public const string Share = "usersAffectedPercent";

    /// <summary>Whether it is a share of users.</summary>
    public bool IsShare => Term == Share;
}

/// <summary>What one term of the query gave.</summary>
/// <param name="Word">The word or phrase of the query, as typed.</param>
/// <param name="Term">The index term that met it: the stem, a synonym group as <c>#name</c>, or what stands for the query's feature.</param>
/// <param name="Score">Its part of the score.</param>
/// <param name="Zones">The part of each zone; they add up to <paramref name="Score"/>.</param>
public sealed record TermScore(string Word, string Term, double Score, ImmutableArray<ZoneScore> Zones);

/// <summary>What a term gave in one zone.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="Frequency">How often the term stands there.</param>
/// <param name="Score">Its part of the score.</param>
public sealed record ZoneScore(Zone Zone, int Frequency, double Score);

/// <summary>How many hits have a value.</summary>
/// <param name="Field"><c>cause</c>, <c>component</c> or <c>quarter</c>.</param>
/// <param name="Value">The value.</param>
/// <param name="Count">Number of hits that have it.</param>
public sealed record Facet(string Field, string Value, int Count);
