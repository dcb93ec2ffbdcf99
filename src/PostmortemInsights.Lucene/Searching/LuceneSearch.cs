using System.Collections.Immutable;
using Lucene.Net.Search;
using PostmortemInsights.Indexing;
using PostmortemInsights.Indexing.Ranking;
using PostmortemInsights.Indexing.Searching;
using Occur = Lucene.Net.Search.Occur;
using Query = Lucene.Net.Search.Query;

namespace PostmortemInsights.Lucene.Searching;

/// <summary>One search: the request as a Lucene query, its best documents, and what of the request they have.</summary>
internal sealed class LuceneSearch
{
    private static readonly Sort ByScoreThenNumber = new(SortField.FIELD_SCORE, new SortField(IndexFields.Number, SortFieldType.INT32));

    private readonly OpenIndex index;
    private readonly SearchRequest request;
    private readonly RankingModel model;
    private readonly IndexSearcher searcher;
    private readonly List<(QueryConcept Concept, List<ConceptTerm> Terms)> concepts;
    private readonly AffectedShare? share;

    public LuceneSearch(OpenIndex index, SearchRequest request)
    {
        (this.index, this.request, model) = (index, request, request.Ranking);
        searcher = index.SearcherFor(model);
        var terms = new ConceptTerms(index, searcher, model);
        concepts = QueryConcepts.Of(request.Query, model, index).Select(concept => (concept, terms.Of(concept).ToList())).ToList();
        share = QueryConcepts.ShareOf(request.Query, model);
    }

    public SearchResult Run()
    {
        var best = TopFieldCollector.Create(
            ByScoreThenNumber, Math.Clamp(request.Limit, 1, Math.Max(1, index.Documents)), fillFields: false, trackDocScores: false, trackMaxScore: false,
            docsScoredInOrder: false);
        var found = request.Facets ? new FoundDocuments(index.Reader.MaxDoc) : null;
        searcher.Search(Whole(), found is null ? best : MultiCollector.Wrap(best, found));
        var facets = found is null ? [] : FacetCounter.Count(index, term => found.CountIn(index.Find(IndexFields.Terms, term)));
        var unknown = concepts.Select(static concept => UnknownWord.Of(concept.Concept, concept.Terms.Count > 0)).OfType<UnknownWord>();
        return new SearchResult(best.TotalHits, Hits([.. best.GetTopDocs().ScoreDocs.Take(request.Limit).Select(static hit => hit.Doc)]), facets, [.. unknown]);
    }

    private BooleanQuery Whole()
    {
        var conditions = new ConditionQueries(index, model);
        var whole = new BooleanQuery(disableCoord: true);
        whole.Add(Ranking(), request.OnlyFilters ? Occur.SHOULD : Occur.MUST);
        if (request.OnlyFilters)
            whole.Add(Unscored(new MatchAllDocsQuery()), Occur.MUST);
        foreach (var condition in request.Required)
            whole.Add(Unscored(conditions.Of(condition)), Occur.MUST);
        foreach (var condition in request.Excluded)
            whole.Add(conditions.Of(condition), Occur.MUST_NOT);
        return whole;
    }

    private static ConstantScoreQuery Unscored(Query query) => new(query) { Boost = 0 };

    // Of the terms that meet a concept the one that gives most counts. A share of users adds to what the words gave.
    private Query Ranking()
    {
        var words = ConditionQueries.AnyOf(concepts.Where(static concept => concept.Terms.Count > 0)
            .Select(static concept => new DisjunctionMaxQuery([.. concept.Terms.Select(static term => term.Query)], tieBreakerMultiplier: 0)));
        if (share is null)
            return words;
        var covered = index.Rows.CoveredBy(share).ToHashSet();
        return new ScoredBy(words, (document, score) =>
            (int)score + (covered.Contains(document) ? model.ShareScore(covered.Count, index.Documents, (int)score) : 0));
    }

    private ImmutableArray<Hit> Hits(List<int> documents)
    {
        var explainer = new Explainer(index.Rows, model, documents);
        foreach (var (concept, terms) in concepts)
            explainer.Add(concept.Word, terms.Select(static term => new PostedTerm(term.Name, term.Weight, term.Open())));
        if (share is not null)
            explainer.Add(share);
        return [.. documents.Select(document => explainer.HitOf(document, index.NumberOf(document), request.Explain))];
    }
}
