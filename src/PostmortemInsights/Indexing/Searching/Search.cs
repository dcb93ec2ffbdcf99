using System.Collections.Immutable;
using PostmortemInsights.Indexing.Files;
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
        var facets = request.Facets ? FacetCounter.Count(file.Statistics, term => Count(term, found)) : [];
        var unknown = UnknownWord.Among(concepts.Select(static concept => (concept.Concept, concept.Terms.Count > 0)));
        return new SearchResult(found.Count, Hits(Best(found, scorer)), facets, unknown);
    }

    private DocumentSet Matching(Scorer scorer)
    {
        var conditions = new ConditionEvaluator(file, model);
        var found = request.OnlyFilters ? DocumentSet.All(file.Footer.Documents) : scorer.Scored();
        foreach (var condition in request.Required)
            found.Intersect(conditions.Evaluate(condition));
        foreach (var condition in request.Excluded)
            found.Except(conditions.Evaluate(condition));
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

    private ImmutableArray<Hit> Hits(List<int> documents)
    {
        var explainer = new Explainer(file.Rows, model, documents);
        foreach (var (concept, terms) in concepts)
            explainer.Add(concept.Word, terms.Select(term => new PostedTerm(term.Name, term.Weight, term.Open(file))));
        if (share is not null)
            explainer.Add(share);
        return [.. documents.Select(document => explainer.HitOf(document, document, request.Explain))];
    }

    private int Count(string term, DocumentSet found)
    {
        using var postings = new ScoreReader(file, file.Terms.Find(term)!.Value);
        var count = 0;
        while (postings.Next())
            count += found[postings.Document] ? 1 : 0;
        return count;
    }
}
