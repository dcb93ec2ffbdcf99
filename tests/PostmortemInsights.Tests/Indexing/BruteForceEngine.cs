using System.Collections.Immutable;
using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing;
using PostmortemInsights.Indexing.Queries;
using PostmortemInsights.Indexing.Ranking;
using PostmortemInsights.Indexing.Words;
using PostmortemInsights.Indexing.Zones;

namespace PostmortemInsights.Tests.Indexing;

/// <summary>Answers by scanning the records one after the other, without any index: what the index must agree with.</summary>
internal sealed class BruteForceEngine : ISearchEngine, ITermStatistics
{
    private readonly List<ScannedDocument> documents;

    public BruteForceEngine(IEnumerable<Incident> incidents) => documents = incidents.Select(incident => new ScannedDocument(incident)).ToList();

    public int Documents => documents.Count;

    public int DocumentsWith(string term) => documents.Count(document => document.Has(term));

    public IEnumerable<(string Term, int Documents)> StartingWith(string prefix) => documents.SelectMany(document => document.Terms)
        .Where(term => term.StartsWith(prefix, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        .Select(term => (term, DocumentsWith(term)));

    public SearchResult Search(SearchRequest request)
    {
        var found = Enumerable.Range(0, documents.Count).Where(number => Matches(documents[number], request)).ToList();
        var hits = found.Select(number => HitOf(number, request)).OrderByDescending(hit => hit.Score)
            .ThenBy(hit => documents[hit.Document].Incident.Source, StringComparer.Ordinal);
        var unknown = QueryConcepts.Of(request.Query, request.Ranking, this)
            .Select(concept => UnknownWord.Of(concept, concept.Terms.Any(term => DocumentsWith(term.Term) > 0))).OfType<UnknownWord>();
        return new SearchResult(found.Count, [.. hits.Take(request.Limit)], request.Facets ? [.. Facets(found)] : [], [.. unknown]);
    }

    public void Dispose()
    {
    }

    private Hit HitOf(int number, SearchRequest request)
    {
        var parts = Parts(documents[number], request);
        return new Hit(
            number, parts.Sum(part => Units(part)) / (double)RankingModel.Unit, [.. parts.Select(part => new MatchedTerm(part.Word, part.Term)).Distinct()],
            request.Explain ? [.. parts] : []);
    }

    private IEnumerable<Facet> Facets(List<int> found) =>
        from field in new[] { "cause", "component", "quarter" }
        let prefix = Attributes.Term(field, "")
        from facet in found.SelectMany(number => documents[number].Terms.Where(term => term.StartsWith(prefix, StringComparison.Ordinal)))
            .CountBy(term => term[prefix.Length..]).OrderByDescending(value => field == "quarter" ? 0 : value.Value).ThenBy(value => value.Key, StringComparer.Ordinal)
        select new Facet(field, facet.Key, facet.Value);

    private long Score(ScannedDocument document, SearchRequest request) => Parts(document, request).Sum(part => (long)Units(part));

    private static int Units(TermScore part) => (int)Math.Round(part.Score * RankingModel.Unit);

    // The parts of a zone are not told: that they add up is tested by itself.
    private List<TermScore> Parts(ScannedDocument document, SearchRequest request)
    {
        var parts = QueryConcepts.Of(request.Query, request.Ranking, this).Select(concept => Best(document, concept, request.Ranking)).OfType<TermScore>().ToList();
        if (QueryConcepts.ShareOf(request.Query, request.Ranking) is { } share && document.IsIn(share)
            && request.Ranking.ShareScore(documents.Count(d => d.IsIn(share)), documents.Count, parts.Sum(Units)) is > 0 and var units)
        {
            parts.Add(new TermScore(share.Words, MatchedTerm.Share, units / (double)RankingModel.Unit, [new ZoneScore(Zone.Impact, 1, 0)]));
        }

        return parts;
    }

    private TermScore? Best(ScannedDocument document, QueryConcept concept, RankingModel model)
    {
        if (concept.Phrase is { } phrase)
            return Part(document, concept.Word, $"\"{phrase.Text}\"", 1, model, d => d.Frequencies(phrase));
        return concept.Terms.Select(term => Part(document, concept.Word, term.Term, term.Weight, model, d => d.Frequencies(term.Term)))
            .MaxBy(part => part?.Score ?? 0);
    }

    private TermScore? Part(
        ScannedDocument document, string word, string term, double weight, RankingModel model, Func<ScannedDocument, int[]> frequencies)
    {
        var score = Score(document, weight, model, frequencies);
        return score == 0 ? null : new TermScore(word, term, score / (double)RankingModel.Unit,
            [.. frequencies(document).Index().Where(zone => zone.Item > 0).Select(zone => new ZoneScore((Zone)zone.Index, zone.Item, 0))]);
    }

    private int Score(ScannedDocument document, double weight, RankingModel model, Func<ScannedDocument, int[]> frequencies)
    {
        var counts = frequencies(document);
        if (counts.All(count => count == 0))
            return 0;
        var having = documents.Count(other => frequencies(other).Any(count => count > 0));
        var relative = model.UseZones
            ? (float)document.Length.Weighted * (double)documents.Count / Math.Max(1, documents.Sum(d => (double)(float)d.Length.Weighted))
            : document.Length.Words * (double)documents.Count / Math.Max(1, documents.Sum(d => (double)d.Length.Words));
        return model.Score(weight * model.Idf(documents.Count, having), model.Frequency(counts), model.Norm(relative));
    }

    private bool Matches(ScannedDocument document, SearchRequest request)
    {
        var clauses = request.Query.Clauses;
        var must = clauses.Where(clause => clause.Occur == Occur.Must).Select(clause => clause.Condition).Concat(request.Filters.Conditions()).ToList();
        var onlyFilters = clauses.Length + must.Count > 0 && clauses.All(clause => clause.Occur != Occur.Should);
        return (onlyFilters || Score(document, request) > 0)
            && must.All(condition => Meets(document, condition, request.Ranking))
            && !clauses.Any(clause => clause.Occur == Occur.MustNot && Meets(document, clause.Condition, request.Ranking));
    }

    private bool Meets(ScannedDocument document, Condition condition, RankingModel model) => condition switch
    {
        FreeText text => ConceptReader.Read(text.Text, model).SelectMany(concept => concept.Terms).Any(term => document.Has(term.Term)),
        Phrase phrase => document.HasAttribute(phrase) || document.Frequencies(phrase).Any(count => count > 0),
        Prefix prefix => document.HasWord(prefix.Field, term => term.StartsWith(prefix.Start, StringComparison.Ordinal)),
        Fuzzy fuzzy => Spelling.Like(EnglishStemmer.Stem(fuzzy.Word), this) is var words && document.HasWord(fuzzy.Field, words.Contains),
        Either either => either.Conditions.Any(one => Meets(document, one, model)),
        DurationRange range => document.Incident.DurationMinutes is { } minutes && minutes >= (range.AtLeast ?? 0) && minutes <= (range.AtMost ?? double.MaxValue),
        DateRange range => document.Incident.Start?.Date is { } day && !(day < range.From) && !(day > range.To),
        HasAttribute attribute => document.Has(Attributes.Term(attribute.Name, attribute.Value)),
        _ => throw new ArgumentException("Unknown condition.", nameof(condition)),
    };
}

/// <summary>A record as the scan sees it.</summary>
internal sealed class ScannedDocument
{
    private readonly List<DocumentTerm> terms;

    public ScannedDocument(Incident incident)
    {
        Incident = incident;
        terms = DocumentTerms.Of(incident).ToList();
        Terms = terms.Select(term => term.Term).ToHashSet(StringComparer.Ordinal);
        Length = terms.Where(term => term.CountsInLength).Aggregate(new DocumentLength(0, 0), (length, term) => length.With(term.Zone));
    }

    public Incident Incident { get; }

    public HashSet<string> Terms { get; }

    public DocumentLength Length { get; }

    public bool Has(string term) => Terms.Contains(term);

    public bool HasWord(Field? field, Func<string, bool> isMeant) =>
        terms.Any(term => (field?.Zones.Contains(term.Zone) ?? true) && isMeant(term.Term));

    public bool IsIn(AffectedShare share) => Incident.UsersAffectedPercent is { } percent && share.Covers((float)percent);

    public static List<(string Term, int Offset)> WordsOf(string phrase)
    {
        var words = Analyzer.Query(phrase).Where(token => token.Kind is TokenKind.Word or TokenKind.Identifier).ToList();
        return words.ConvertAll(word => (word.Term, word.Position - words[0].Position));
    }

    public int[] Frequencies(string term) => Count(terms.Where(one => one.Term == term));

    public int[] Frequencies(Phrase phrase)
    {
        var words = WordsOf(phrase.Text);
        if (words.Count == 0)
            return new int[ZoneWeights.Count];
        return Count(terms.Where(first => first.Term == words[0].Term && first.Zone is var zone && (phrase.Field?.Zones.Contains(zone) ?? true)
            && words.All(word => terms.Any(term => term.Term == word.Term && term.Zone == zone && term.Position == first.Position + word.Offset))));
    }

    public bool HasAttribute(Phrase phrase) => (phrase.Field?.Attributes ?? []).Any(name => Terms.Any(term =>
        term.StartsWith(Attributes.Term(name, ""), StringComparison.Ordinal) && IsMeant(term[Attributes.Term(name, "").Length..], phrase.Text)));

    private static bool IsMeant(string given, string wanted) =>
        given == wanted || given.Split('-').Contains(wanted, StringComparer.Ordinal) || given == EnglishStemmer.Stem(wanted);

    // A term counts once at a place, even if an identifier gives it twice.
    private static int[] Count(IEnumerable<DocumentTerm> found)
    {
        var counts = new int[ZoneWeights.Count];
        foreach (var term in found)
            counts[(int)term.Zone]++;
        return counts;
    }
}
