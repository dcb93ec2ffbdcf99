using Lucene.Net.Index;
using Lucene.Net.Search;
using PostmortemInsights.Indexing;
using PostmortemInsights.Indexing.Files;
using PostmortemInsights.Indexing.Queries;
using PostmortemInsights.Indexing.Ranking;
using PostmortemInsights.Indexing.Searching;
using Occur = Lucene.Net.Search.Occur;
using Query = Lucene.Net.Search.Query;

namespace PostmortemInsights.Lucene.Searching;

/// <summary>Says conditions of our query language in Lucene's.</summary>
internal sealed class ConditionQueries(ITermStatistics statistics, RankingModel model)
{
    /// <summary>Finds the documents that meet a condition, whatever their scores.</summary>
    public Query Of(Condition condition) => condition switch
    {
        FreeText words => AnyOf(ConceptReader.Read(words.Text, model).SelectMany(static concept => concept.Terms).Select(static term => Having(term.Term))),
        Phrase phrase => AnyOf([.. Attributes.Meant(phrase, statistics).Select(Having), .. Phrases.Of(PhraseMatcher.TermsOf(phrase.Text), phrase.Field)]),
        Prefix prefix => AnyOf(IndexFields.WordFieldsOf(prefix.Field).Select(field => new PrefixQuery(new Term(field, prefix.Start)))),
        Fuzzy fuzzy => AnyOf(IndexFields.WordFieldsOf(fuzzy.Field).SelectMany(
            field => QueryConcepts.Spelled(fuzzy, statistics).Select(word => new TermQuery(new Term(field, word))))),
        Either either => AnyOf(either.Conditions.Select(Of)),
        DurationRange range => NumericRangeQuery.NewDoubleRange(IndexFields.Duration, range.AtLeast ?? 0, range.AtMost, true, true),
        DateRange range => NumericRangeQuery.NewInt32Range(IndexFields.Day, DayOf(range.From), DayOf(range.To), true, true),
        HasAttribute attribute => Having(Attributes.Term(attribute.Name, attribute.Value)),
        _ => throw new ArgumentException($"Unknown condition {condition.GetType().Name}.", nameof(condition)),
    };

    /// <summary>Finds what any of some queries finds, and adds up their scores.</summary>
    public static Query AnyOf(IEnumerable<Query> queries)
    {
        var groups = queries.Chunk(BooleanQuery.MaxClauseCount).ToList();
        return groups.Count > 1 ? AnyOf(groups.Select(Together)) : Together(groups.SelectMany(static group => group));
    }

    private static BooleanQuery Together(IEnumerable<Query> queries)
    {
        var any = new BooleanQuery(disableCoord: true);
        foreach (var query in queries)
            any.Add(query, Occur.SHOULD);
        return any;
    }

    private static Query Having(string term) => new TermQuery(new Term(IndexFields.Terms, term));

    private static int? DayOf(NodaTime.LocalDate? date) => date is { } day ? DocumentRow.DayNumber(day) : null;
}
