using NodaTime;
using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing;
using PostmortemInsights.Indexing.Queries;

namespace PostmortemInsights.Tests.Indexing;

public sealed class SearchIndexTests
{
    private static readonly Incident[] Incidents =
    [
        Of("b.md", "Checkout pages time out with 502 errors.") with
        {
            Causes = [new Label("capacity", 0.8, [])], Components = [new Label("load-balancer", 0.7, [])], DurationMinutes = 90,
            Start = new Moment(new LocalDate(2024, 5, 2), null, null), UsersAffectedPercent = 33, DetectionMethod = DetectionMethod.Customer,
        },
        Of("a.md", "Checkout pages time out with 502 errors.") with
        {
            Causes = [new Label("software-defect", 0.8, [])], DurationMinutes = 20, Start = new Moment(new LocalDate(2024, 7, 1), null, null),
        },
        Of("c.md", "The mail queue was stuck behind one poisoned message.") with { Metadata = Services("mail-relay") },
    ];

    [Fact]
    public void Ties_are_broken_by_source() => Assert.Equal(["a.md", "b.md"], Found("checkout pages"));

    [Fact]
    public void Synonyms_are_found() => Assert.Equal(["c.md"], Found("emails hang"));

    [Fact]
    public void A_misspelled_word_is_found() => Assert.Equal(["c.md"], Found("poisonned"));

    [Fact]
    public void A_misspelled_word_has_its_synonyms()
    {
        using var index = TemporaryIndex.Of([Of("a.md", "The shop hangs."), Of("b.md", "The queue was stuck."), Of("c.md", "Mail was lost.")]);
        Assert.Equal([0, 1], index.Engine.Search(new SearchRequest(Query.OfWords("hagns"))).Hits.Select(hit => hit.Document));
    }

    [Fact]
    public void A_share_in_words_lifts_the_record_with_that_percentage() => Assert.Equal(["b.md", "a.md"], Found("checkout errors for a third of customers"));

    [Fact]
    public void A_share_alone_does_not_outweigh_the_words() => Assert.Equal("c.md", Found("poisoned message for a third of customers, 502")[0]);

    [Theory]
    [InlineData("\"time out\" checkout", "a.md b.md")]
    [InlineData("checkout cause:defect", "a.md")]
    [InlineData("checkout cause:software-defect", "a.md")]
    [InlineData("component:balancer", "b.md")]
    [InlineData("service:mail-relay", "c.md")]
    [InlineData("detection:customer", "b.md")]
    [InlineData("duration:>1h", "b.md")]
    [InlineData("date:2024-Q2..2024-Q3 -duration:>1h", "a.md")]
    [InlineData("quarter:2024-Q3", "a.md")]
    [InlineData("+mail OR 502", "c.md a.md b.md")]
    [InlineData("poison*", "c.md")]
    [InlineData("+\"502 pages\"", "")]
    [InlineData("-mail", "a.md b.md")]
    public void The_query_language_selects(string query, string sources) => Assert.Equal(sources, string.Join(' ', Found(query)));

    [Fact]
    public void The_first_word_of_a_document_does_not_stand_next_to_itself() => Assert.Empty(Found("+\"checkout checkout\""));

    [Fact]
    public void Filters_narrow_the_hits()
    {
        var filters = new SearchFilters { Causes = ["capacity", "expiry"], MinDurationMinutes = 60, From = new LocalDate(2024, 5, 1), To = new LocalDate(2024, 5, 2), DetectedBy = ["customer"] };
        Assert.Equal(["b.md"], Found("checkout", filters));
    }

    [Fact]
    public void Facets_count_all_hits_whatever_the_limit()
    {
        using var index = TemporaryIndex.Of(Incidents);
        var result = index.Engine.Search(new SearchRequest(Query.OfWords("checkout")) { Limit = 1, Facets = true });
        Assert.Equal(2, result.Total);
        Assert.Equal(
            [new("cause", "capacity", 1), new("cause", "software-defect", 1), new("component", "load-balancer", 1), new("quarter", "2024-Q2", 1), new Facet("quarter", "2024-Q3", 1)],
            result.Facets);
    }

    [Fact]
    public void A_hit_names_the_words_that_it_meets()
    {
        using var index = TemporaryIndex.Of(Incidents);
        Assert.Equal(["emails", "hang"], index.Engine.Search(new SearchRequest(Query.OfWords("emails hang loudly"))).Hits[0].Matched.Select(term => term.Word));
    }

    [Fact]
    public void Words_that_no_document_has_are_told_with_what_they_were_taken_for()
    {
        using var index = TemporaryIndex.Of(Incidents);
        var unknown = index.Engine.Search(new SearchRequest(Query.OfWords("checkout xyzzy mesage"))).UnknownWords;
        Assert.Equal(["xyzzy ", "mesage messag"], unknown.Select(word => $"{word.Word} {string.Join(' ', word.ReadAs)}"));
    }

    [Fact]
    public void An_empty_index_finds_nothing()
    {
        using var index = TemporaryIndex.Of([]);
        Assert.Equal(0, index.Engine.Search(new SearchRequest(Query.OfWords("checkout"))).Total);
    }

    [Fact]
    public void The_same_records_give_the_same_bytes() => Assert.Equal(Bytes(), Bytes());

    [Fact]
    public void A_file_that_is_cut_short_is_not_read()
    {
        var whole = Bytes();
        var path = Path.GetTempFileName();
        foreach (var length in new[] { 0, 5, 40, whole.Length / 2, whole.Length - 1 })
        {
            File.WriteAllBytes(path, whole[..length]);
            Assert.Contains(path, Assert.Throws<InvalidDataException>(() => SearchIndex.Open(path)).Message, StringComparison.Ordinal);
        }

        File.Delete(path);
    }

    private static byte[] Bytes()
    {
        using var bytes = new MemoryStream();
        SearchIndex.Write(Incidents, bytes);
        return bytes.ToArray();
    }

    private static List<string> Found(string query, SearchFilters? filters = null)
    {
        using var index = TemporaryIndex.Of(Incidents);
        var result = index.Engine.Search(new SearchRequest(QueryParser.Parse(query).Query!) { Filters = filters ?? SearchFilters.None });
        return result.Hits.Select(hit => Incidents[hit.Document].Source).ToList();
    }

    private static Incident Of(string source, string text) => new() { Source = source, Id = "000000000000", Text = text, IsPostmortem = true };

    private static FieldMap<string> Services(string name) => FieldMap.Of<string>([new("services", [name])]);
}
