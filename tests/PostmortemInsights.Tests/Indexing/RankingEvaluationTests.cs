using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing;
using PostmortemInsights.Indexing.Ranking;

namespace PostmortemInsights.Tests.Indexing;

public sealed class RankingEvaluationTests
{
    private static readonly string[] Sources = ["x/one.md", "x/two.txt", "x/three.md"];
    private static readonly string[] Texts = ["redis redis timeout", "redis timeout and a long text about mail", "nothing alike"];

    [Fact]
    public void Means_are_over_all_queries_of_a_kind()
    {
        const string Lines = """
            {"doc": "one", "sentence": "redis", "keywords": "timeout"}

            {"doc": "two", "sentence": "redis", "keywords": "zebra"}
            """;
        using var index = TemporaryIndex.Of(Sources.Zip(Texts, (source, text) => new Incident { Source = source, Id = "000000000000", Text = text }));
        var queries = RankingEvaluation.ReadQueries(new StringReader(Lines));
        var quality = RankingEvaluation.Measure(index.Engine, Sources, queries, RankingModel.Symptoms);
        Assert.Equal(new RankingQuality("sentence", 2, 0.75, (1 + (1 / Math.Log2(3))) / 2, 1), quality[0]);
        Assert.Equal(new RankingQuality("keywords", 2, 0.5, 0.5, 0.5), quality[1]);
    }

    [Fact]
    public void A_line_that_is_no_query_is_named()
    {
        var error = Assert.Throws<FormatException>(() => RankingEvaluation.ReadQueries(new StringReader("{\"doc\": \"a\"}\n[1]\n")));
        Assert.StartsWith("Line 2 of the queries is no object", error.Message, StringComparison.Ordinal);
    }
}
