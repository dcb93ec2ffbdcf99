using System.Collections.Immutable;
using PostmortemInsights.Indexing.Files;
using PostmortemInsights.Indexing.Queries;
using PostmortemInsights.Indexing.Ranking;

namespace PostmortemInsights.Indexing.Searching;

/// <summary>One search: score, filter, pick the best, explain.</summary>
internal sealed class Search(IndexFile file, SearchRequest request)
{
    private readonly RankingModel model = request.Ranking;
    private readonly List<(QueryConcept Concept, List<ScoredTerm> Terms)> concepts = QueryConcepts.Of(request.Query, request.Ranking, file.Statistics)
        .Select(concept => (concept, ScoredTerm.Of(concept, file, request.Ranking).ToList())).ToList();

    private readonly AffectedShare? share = QueryConcepts.ShareOf(request.Query, request.Ranking);

    public SearchResult Run()
    {
        var scorer = new Scorer(file, model);
        foreach (var (_, terms) in concepts)
            scorer.Add(terms);
        if (share is not null)
            scorer.Add(share);
        var found = Matching(scorer);
        var facets = request.Facets ? FacetCounter.Count(file, found) : [];
        return new SearchResult(found.Count, Hits(Best(found, scorer), scorer), facets, UnknownWords());
    }

    private DocumentSet Matching(Scorer scorer)
    {
        var conditions = new ConditionEvaluator(file, model);
        var clauses = request.Query.Clauses;
        var must = clauses.Where(c => c.Occur == Occur.Must).Select(c => c.Condition).Concat(request.Filters.Conditions()).ToList();
        var onlyFilters = clauses.Length + must.Count > 0 && clauses.All(c => c.Occur != Occur.Should);
        var found = onlyFilters
            ? DocumentSet.All(file.Footer.Documents)
            : scorer.Scored();
        foreach (var condition in must)
            found.Intersect(conditions.Evaluate(condition));
        foreach (var clause in clauses.Where(c => c.Occur == Occur.MustNot))
            found.Except(conditions.Evaluate(clause.Condition));
        return found;
    }

    // The greatest places come first; equal scores in the order of their sources.
    private List<int> Best(DocumentSet found, Scorer scorer)
    {
        var queue = new PriorityQueue<int, long>();
        var least = request.Limit > 0 ? long.MinValue : long.MaxValue;
        foreach (var document in found)
        {
            var place = ((long)scorer.Scores[document] << 32) - file.Rows[document].SourceRank;
            if (place <= least)
                continue;
            queue.Enqueue(document, place);
            if (queue.Count > request.Limit)
                queue.Dequeue();
            if (queue.Count == request.Limit && queue.TryPeek(out _, out var worst))
                least = worst;
        }

        var best = new List<int>();
        while (queue.TryDequeue(out var document, out _))
            best.Add(document);
        best.Reverse();
        return best;
    }

    private ImmutableArray<UnknownWord> UnknownWords() =>
    [
        .. concepts.Where(static c => c.Concept.Phrase is null && (c.Terms.Count == 0 || !c.Concept.RespelledAs.IsDefaultOrEmpty))
            .Select(static c => new UnknownWord(c.Concept.Word, c.Concept.RespelledAs is { IsDefault: false } stems ? stems : [])),
    ];

    private ImmutableArray<Hit> Hits(List<int> documents, Scorer scorer)
    {
        var explainer = new Explainer(file, model, scorer, documents);
        foreach (var (concept, terms) in concepts)
            explainer.Add(concept.Word, terms);
        if (share is not null)
            explainer.Add(share);
        return [.. documents.Select(document => HitOf(document, scorer.Scores[document], explainer[document]))];
    }

    private Hit HitOf(int document, int score, ImmutableArray<TermScore> terms) => new(
        document, score / (double)RankingModel.Unit, [.. terms.Select(term => new MatchedTerm(term.Word, term.Term)).Distinct()],
        request.Explain ? terms : []);
}
