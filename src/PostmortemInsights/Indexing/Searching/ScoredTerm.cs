using PostmortemInsights.Indexing.Files;
using PostmortemInsights.Indexing.Ranking;

namespace PostmortemInsights.Indexing.Searching;

/// <summary>A term of a concept with its postings, ready to be scored.</summary>
/// <param name="Term">The index term, or the phrase in quotation marks.</param>
/// <param name="Weight">Idf times the weight in the query.</param>
/// <param name="Postings">The documents that have it.</param>
internal sealed record ScoredTerm(string Term, double Weight, IPostings Postings)
{
    /// <summary>The terms of a concept that the index has.</summary>
    public static IEnumerable<ScoredTerm> Of(QueryConcept concept, IndexFile file, RankingModel model) =>
        concept.Phrase is null ? OfTerms(concept, file, model) : OfPhrase(concept, file, model);

    private static IEnumerable<ScoredTerm> OfTerms(QueryConcept concept, IndexFile file, RankingModel model)
    {
        foreach (var term in concept.Terms)
        {
            if (file.Terms.Find(term.Term) is not { } entry)
                continue;
            var weight = term.Weight * model.Idf(file.Footer.Documents, entry.Documents);
            yield return new ScoredTerm(term.Term, weight, new PostingsReader(file, entry, withPositions: false));
        }
    }

    // A phrase of one word without a field says no more than the word itself.
    private static IEnumerable<ScoredTerm> OfPhrase(QueryConcept concept, IndexFile file, RankingModel model)
    {
        var phrase = concept.Phrase!;
        if (phrase.Field is null && PhraseMatcher.TermsOf(phrase.Text).Count < 2)
            yield break;
        var matches = PhraseMatcher.Find(file, phrase).ToList();
        if (matches.Count > 0)
            yield return new ScoredTerm($"\"{phrase.Text}\"", model.Idf(file.Footer.Documents, matches.Count), new PhrasePostings(matches));
    }
}
