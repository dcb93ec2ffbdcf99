using Lucene.Net.Index;
using Lucene.Net.Search;
using PostmortemInsights.Indexing.Files;
using PostmortemInsights.Indexing.Queries;
using PostmortemInsights.Indexing.Ranking;
using PostmortemInsights.Indexing.Searching;
using Query = Lucene.Net.Search.Query;

namespace PostmortemInsights.Lucene.Searching;

/// <summary>A term or phrase that meets a concept and that the index has.</summary>
/// <param name="Name">The index term, or the phrase in quotation marks.</param>
/// <param name="Weight">Idf times the weight in the query.</param>
/// <param name="Query">Finds the documents that have it and gives them its score.</param>
/// <param name="Open">Its postings with their zones.</param>
internal sealed record ConceptTerm(string Name, double Weight, Query Query, Func<IPostings> Open);

/// <summary>Looks up what the index has of concepts.</summary>
internal sealed class ConceptTerms(OpenIndex index, IndexSearcher searcher, RankingModel model)
{
    private readonly double[] norms = index.Rows.NormsOf(model);

    /// <summary>The terms of a concept, or its phrase, as far as the index has them.</summary>
    public IEnumerable<ConceptTerm> Of(QueryConcept concept)
    {
        if (concept.Phrase is { } phrase)
            return Counted($"\"{phrase.Text}\"", 1, PhraseMatcher.TermsOf(phrase.Text), phrase.Field);
        return concept.Terms.Where(term => index.DocumentsWith(term.Term) > 0)
            .SelectMany(term => model.UseZones ? [Weighted(term)] : Counted(term.Term, term.Weight, [(term.Term, 0)], null));
    }

    // The index has the frequencies of terms as the zones weigh them.
    private ConceptTerm Weighted(WeightedTerm term) => new(
        term.Term, term.Weight * model.Idf(index.Documents, index.DocumentsWith(term.Term)),
        new TermQuery(new Term(IndexFields.Terms, term.Term)) { Boost = (float)term.Weight }, () => new ZonePostings(index, term.Term));

    // Everything else is counted first.
    private IEnumerable<ConceptTerm> Counted(string name, double weight, List<(string Term, int Offset)> words, Field? field)
    {
        var matches = Phrases.Find(searcher, words, field);
        if (matches.Count == 0)
            yield break;
        var whole = weight * model.Idf(index.Documents, matches.Count);
        var scores = matches.ToDictionary(
            static match => match.Document, match => model.Score(whole, model.Frequency(match.Frequencies), norms[match.Document]));
        var query = new ScoredBy(ConditionQueries.AnyOf(Phrases.Of(words, field)), (document, _) => scores[document]);
        yield return new ConceptTerm(name, whole, query, () => new PhrasePostings(matches));
    }
}
