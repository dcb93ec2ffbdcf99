using System.Collections.Immutable;
using PostmortemInsights.Indexing.Queries;
using PostmortemInsights.Indexing.Ranking;
using PostmortemInsights.Indexing.Searching;
using PostmortemInsights.Indexing.Words;
using PostmortemInsights.Indexing.Zones;

namespace PostmortemInsights.Indexing;

/// <summary>What the lines of a document are searched for when the best of them are to be shown.</summary>
internal sealed class WantedTerms
{
    // A synonym shows less than the word itself.
    private const double SynonymWeight = 0.6;

    private readonly Dictionary<string, Wanted> terms = new(StringComparer.Ordinal);
    private readonly List<(string Start, Field? Field)> prefixes = [];

    /// <summary>What a query and its hit ask for.</summary>
    /// <param name="query">What was asked.</param>
    /// <param name="matched">What met it in the document: among it words that are spelled otherwise than in the query.</param>
    public WantedTerms(Query query, ImmutableArray<MatchedTerm> matched)
    {
        foreach (var term in matched)
            terms[term.Term] = new Wanted(1, null);
        foreach (var clause in query.Clauses)
        {
            if (clause.Occur != Occur.MustNot)
                Add(clause.Condition);
        }
    }

    /// <summary>How much a term shows that stands in a zone; 0 if it is not wanted there.</summary>
    public double WeightOf(string term, Zone zone)
    {
        if (terms.TryGetValue(term, out var wanted))
            return Covers(wanted.Field, zone) ? wanted.Weight : 0;
        return prefixes.Exists(prefix => term.StartsWith(prefix.Start, StringComparison.Ordinal) && Covers(prefix.Field, zone)) ? 1 : 0;
    }

    private static bool Covers(Field? field, Zone zone) => field is null || field.Zones.Contains(zone);

    private void Add(Condition condition)
    {
        switch (condition)
        {
            case FreeText words:
                foreach (var concept in ConceptReader.Read(words.Text, RankingModel.Symptoms))
                    Add(concept);
                break;
            case Phrase phrase:
                foreach (var (term, _) in PhraseMatcher.TermsOf(phrase.Text))
                    terms[term] = new Wanted(1, phrase.Field);
                break;
            case Prefix prefix:
                prefixes.Add((prefix.Start, prefix.Field));
                break;
            case Fuzzy fuzzy:
                terms[EnglishStemmer.Stem(fuzzy.Word.ToLowerInvariant())] = new Wanted(1, fuzzy.Field);
                break;
            case Either either:
                foreach (var one in either.Conditions)
                    Add(one);
                break;
        }
    }

    private void Add(QueryConcept concept)
    {
        foreach (var term in concept.Terms)
            terms[term.Term] = new Wanted(term.Term[0] == '#' ? term.Weight * SynonymWeight : term.Weight, null);
    }

    private sealed record Wanted(double Weight, Field? Field);
}
