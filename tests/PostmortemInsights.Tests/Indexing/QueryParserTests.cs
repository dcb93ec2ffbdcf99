using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using PostmortemInsights.Indexing.Queries;

namespace PostmortemInsights.Tests.Indexing;

public sealed class QueryParserTests
{
    private static Query Parse(string text)
    {
        var (query, error) = QueryParser.Parse(text);
        Assert.Null(error);
        return query!;
    }

    private static (Occur Occur, Condition Condition) Single(string text)
    {
        var clause = Assert.Single(Parse(text).Clauses);
        return (clause.Occur, clause.Condition);
    }

    [Theory]
    [InlineData("checkout hangs, lots of 502")]
    [InlineData("what is \"this")]
    [InlineData("- dashes -- and + signs")]
    [InlineData("C:\\logs\\app.log at 12:30")]
    [InlineData("error: connection refused")]
    [InlineData("title: nothing")]
    [InlineData("OR")]
    [InlineData("http://x/y?a=b~c*d")]
    [InlineData("* ~ \" : ..")]
    public void Text_that_only_looks_like_the_language_is_text(string text) =>
        Assert.All(Parse(text).Clauses, clause => Assert.True(clause is { Occur: Occur.Should, Condition: FreeText }, clause.ToString()));

    [Fact]
    public void Neighbouring_words_are_one_text() => Assert.Equal((Occur.Should, new FreeText("pages time out")), Single("pages time out"));

    [Fact]
    public void Quotation_marks_make_a_phrase() => Assert.Equal((Occur.Should, new Phrase("connection refused", null)), Single("\"connection refused\""));

    [Fact]
    public void Signs_require_and_exclude()
    {
        var query = Parse("+redis -\"cold start\" slow");
        Assert.Equal([Occur.Must, Occur.MustNot, Occur.Should], query.Clauses.Select(clause => clause.Occur));
        Assert.Equal([new Phrase("redis", null), new Phrase("cold start", null), new FreeText("slow")], query.Clauses.Select(clause => clause.Condition));
    }

    [Fact]
    public void Or_joins_alternatives_of_which_one_must_be_met()
    {
        var (occur, condition) = Single("redis OR memcached OR title:cache");
        Assert.Equal(Occur.Must, occur);
        Assert.Equal([new FreeText("redis"), new FreeText("memcached"), new Phrase("cache", Field.All["title"])], Assert.IsType<Either>(condition).Conditions);
    }

    [Theory]
    [InlineData("time*", typeof(Prefix))]
    [InlineData("kubernets~", typeof(Fuzzy))]
    public void Star_and_tilde_widen_a_word(string text, Type kind) => Assert.IsType(kind, Single(text).Condition);

    [Theory]
    [InlineData("title:checkout", "title", "checkout")]
    [InlineData("misleading:\"red herring\"", "misleading", "red herring")]
    [InlineData("cause:expiry", "cause", "expiry")]
    public void A_field_is_a_filter(string text, string field, string words) => Assert.Equal((Occur.Must, new Phrase(words, Field.All[field])), Single(text));

    [Theory]
    [InlineData("duration:>2h", 120.0, null)]
    [InlineData("duration:<=90m", null, 90.0)]
    [InlineData("duration:1h..1.5h", 60.0, 90.0)]
    [InlineData("duration:>1d", 1440.0, null)]
    [InlineData("duration:<45", null, 45.0)]
    [InlineData("duration:2h..", 120.0, null)]
    public void Durations_are_ranges_of_minutes(string text, double? from, double? to) => Assert.Equal((Occur.Must, new DurationRange(from, to)), Single(text));

    [Theory]
    [InlineData("date:2024", "2024-01-01", "2024-12-31")]
    [InlineData("date:2024-Q2", "2024-04-01", "2024-06-30")]
    [InlineData("date:2024-04..2024-06", "2024-04-01", "2024-06-30")]
    [InlineData("date:2024-02-29", "2024-02-29", "2024-02-29")]
    [InlineData("date:2024-04..", "2024-04-01", null)]
    [InlineData("date:..2023", null, "2023-12-31")]
    public void Dates_are_ranges_of_days(string text, string? from, string? to) => Assert.Equal((Occur.Must, new DateRange(Day(from), Day(to))), Single(text));

    [Theory]
    [InlineData("slow duration:>abc", 14, "'>abc' is no duration; write duration:>2h, duration:<30m or duration:1h..3h.")]
    [InlineData("date:2024-13", 5, "'2024-13' is no date; write date:2024, date:2024-Q2, date:2024-04, date:2024-04-15 or two of them with .. between.")]
    [InlineData("date:2023-02-29", 5, "'2023-02-29' is no date; write date:2024, date:2024-Q2, date:2024-04, date:2024-04-15 or two of them with .. between.")]
    [InlineData("date:2024-06..2024-04", 5, "'2024-06..2024-04' ends before it begins; write the smaller end first.")]
    [InlineData("duration:3h..1h", 9, "'3h..1h' ends before it begins; write the smaller end first.")]
    [InlineData("date:٢٠٢٤", 5, "'٢٠٢٤' is no date; write date:2024, date:2024-Q2, date:2024-04, date:2024-04-15 or two of them with .. between.")]
    [InlineData("duration:..", 9, "'..' is no duration; write duration:>2h, duration:<30m or duration:1h..3h.")]
    public void An_error_says_where_and_what_was_expected(string text, int position, string message) =>
        Assert.Equal(new QueryError(position, message), QueryParser.Parse(text).Error);

    [Fact]
    public void Any_text_is_a_query_or_an_error_inside_it()
    {
        Prop.ForAll<string?>(text => QueryParser.Parse(text ?? "") is var (query, error) && (query is not null) != (error is not null)
            && (error is null || error.Position <= text!.Length)).QuickCheckThrowOnFailure();
    }

    private static LocalDate? Day(string? text) => text is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
