using System.Collections.Immutable;
using PostmortemInsights.Indexing.Files;
using PostmortemInsights.Indexing.Ranking;

namespace PostmortemInsights.Indexing.Searching;

/// <summary>One search: score, filter, pick the best, explain.</summary>
internal sealed class Search(IndexFile file, SearchRequest request)
{
    private readonly RankingModel model = request.Ranking;
    private readonly List<ScoredConcept> concepts = ScoredConcept.AllOf(request, file);
    private readonly AffectedShare? share = QueryConcepts.ShareOf(request.Query, request.Ranking);

    public SearchResult Run()
    {
        var allowed = Allowed();
        var scorer = new Scorer(file, model, allowed);
        // A share is reckoned from what all words give.
        scorer.Add(concepts.ConvertAll(static c => c.Terms), share is null ? request.Limit : int.MaxValue);
        if (share is not null)
            scorer.Add(share);
        var found = request.OnlyFilters ? DocumentSet.All(file.Footer.Documents) : scorer.Scored;
        if (allowed is not null)
            found.Intersect(allowed);
        var facets = request.Facets ? FacetCounter.Count(file.Statistics, term => Count(term, found)) : [];
        return new SearchResult(found.Count, Hits(Best(found, scorer)), facets, Unknown());
    }

    private ImmutableArray<UnknownWord> Unknown()
    {
        var unknown = ImmutableArray.CreateBuilder<UnknownWord>();
        foreach (var (concept, terms) in concepts)
        {
            if (UnknownWord.Of(concept, terms.Count > 0) is { } word)
                unknown.Add(word);
        }

        return unknown.ToImmutable();
    }

    // The documents that meet all that must be and nothing that must not be; null for all.
    private DocumentSet? Allowed()
    {
        if (request.Required.IsEmpty && request.Excluded.IsEmpty)
            return null;
        var conditions = new ConditionEvaluator(file, model);
        var allowed = DocumentSet.All(file.Footer.Documents);
        foreach (var condition in request.Required)
            allowed.Intersect(conditions.Evaluate(condition));
        foreach (var condition in request.Excluded)
            allowed.Except(conditions.Evaluate(condition));
        return allowed;
    }

    // The greatest places come first; equal scores in the order of their sources.
    private List<int> Best(DocumentSet found, Scorer scorer)
    {
        var queue = new PriorityQueue<int, long>(Math.Clamp(request.Limit, 0, file.Footer.Documents) + 1);
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
            explainer.Add(concept.Word, terms.ConvertAll(term => new PostedTerm(term.Name, term.Weight, term.Open(file))));
        if (share is not null)
            explainer.Add(share);
        return [.. documents.ConvertAll(document => explainer.HitOf(document, document, request.Explain))];
    }

    private int Count(string term, DocumentSet found)
    {
        using var postings = new ScoreReader(file, file.Terms.Find(term)!.Value);
        var count = 0;
        while (postings.Next())
            count += found[postings.Document] ? 1 : 0;
        return count;
    }

    private sealed record ScoredConcept(QueryConcept Concept, List<ScoredTerm> Terms)
    {
        public static List<ScoredConcept> AllOf(SearchRequest request, IndexFile file)
        {
            var all = new List<ScoredConcept>();
            foreach (var concept in QueryConcepts.Of(request.Query, request.Ranking, file.Statistics))
                all.Add(new ScoredConcept(concept, [.. ScoredTerm.Of(concept, file, request.Ranking)]));
            return all;
        }
    }
}
