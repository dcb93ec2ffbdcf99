using System.Collections.Immutable;
using PostmortemInsights.Indexing.Files;
using PostmortemInsights.Indexing.Queries;
using PostmortemInsights.Indexing.Ranking;

namespace PostmortemInsights.Indexing.Searching;

/// <summary>One search: scores, filters, picks the best.</summary>
internal sealed class Search(IndexFile file, SearchRequest request)
{
    private readonly ConditionEvaluator conditions = new(file);
    private readonly ImmutableArray<QueryConcept> concepts = ConceptsOf(request.Query);

    public SearchResult Run()
    {
        var scorer = new Scorer(file);
        foreach (var concept in concepts)
            scorer.Add(concept);
        var found = Matching(scorer);
        var hits = found.Members().OrderByDescending(document => scorer.Scores[document]).ThenBy(document => file.Rows[document].SourceRank)
            .Take(request.Limit);
        return new SearchResult(found.Members().Count(), [.. hits.Select(document => HitOf(document, scorer.Scores[document]))], []);
    }

    private static ImmutableArray<QueryConcept> ConceptsOf(Query query) =>
        [.. query.Clauses.Where(clause => clause.Occur != Occur.MustNot).SelectMany(clause => clause.Condition is FreeText words ? QueryConcept.Of(words.Text) : [])];

    private DocumentSet Matching(Scorer scorer)
    {
        var clauses = request.Query.Clauses;
        var must = clauses.Where(c => c.Occur == Occur.Must).Select(c => c.Condition).Concat(request.Filters.Conditions()).ToList();
        var needsScore = must.Count == 0 || clauses.Any(c => c.Occur == Occur.Should);
        var scores = scorer.Scores.ToArray();
        var found = needsScore ? DocumentSet.Where(scores.Length, document => scores[document] > 0) : DocumentSet.All(scores.Length);
        foreach (var condition in must)
            found.Intersect(conditions.Evaluate(condition));
        foreach (var clause in clauses.Where(c => c.Occur == Occur.MustNot))
            found.Except(conditions.Evaluate(clause.Condition));
        return found;
    }

    private static Hit HitOf(int document, int score) => new(document, score / (double)Bm25.Unit, [], []);
}
