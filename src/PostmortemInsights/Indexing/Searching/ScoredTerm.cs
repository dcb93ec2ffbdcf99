using PostmortemInsights.Indexing.Files;
using PostmortemInsights.Indexing.Ranking;

namespace PostmortemInsights.Indexing.Searching;

/// <summary>A term or phrase of a concept that the index has, ready to be scored.</summary>
/// <param name="Name">The index term, or the phrase in quotation marks.</param>
/// <param name="Weight">Idf times the weight in the query.</param>
/// <param name="Entry">Where the term's postings stand; null for a phrase.</param>
/// <param name="Matches">Where the phrase stands; empty for a term.</param>
internal sealed record ScoredTerm(string Name, double Weight, TermEntry? Entry, IReadOnlyList<PhraseMatch> Matches)
{
    /// <summary>The terms of a concept that the index has.</summary>
    public static IEnumerable<ScoredTerm> Of(QueryConcept concept, IndexFile file, RankingModel model) =>
        concept.Phrase is null ? OfTerms(concept, file, model) : OfPhrase(concept, file, model);

    /// <summary>Number of documents that have it.</summary>
    public int Documents => Entry?.Documents ?? Matches.Count;

    /// <summary>The postings with their zones.</summary>
    public IPostings Open(IndexFile file) =>
        Entry is { } entry ? new PostingsReader(file, entry, withPositions: false) : new PhrasePostings(Matches);

    /// <summary>The most that it can give in any document, in units.</summary>
    public int MostScore(IndexFile file, RankingModel model) =>
        model.MostScore(Weight, Entry is { } entry && model.UseZones ? file.Rows.RelativeLength(entry.LeastWords) : 0);

    private static IEnumerable<ScoredTerm> OfTerms(QueryConcept concept, IndexFile file, RankingModel model)
    {
        foreach (var term in concept.Terms)
        {
            if (file.Terms.Find(term.Term) is { } entry)
                yield return new ScoredTerm(term.Term, term.Weight * model.Idf(file.Footer.Documents, entry.Documents), entry, []);
        }
    }

    private static IEnumerable<ScoredTerm> OfPhrase(QueryConcept concept, IndexFile file, RankingModel model)
    {
        var phrase = concept.Phrase!;
        var matches = PhraseMatcher.Find(file, phrase).ToList();
        if (matches.Count > 0)
            yield return new ScoredTerm($"\"{phrase.Text}\"", model.Idf(file.Footer.Documents, matches.Count), null, matches);
    }
}
