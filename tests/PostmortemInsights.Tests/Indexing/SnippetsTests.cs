using System.Collections.Immutable;
using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing;
using PostmortemInsights.Indexing.Queries;

namespace PostmortemInsights.Tests.Indexing;

public sealed class SnippetsTests
{
    private const string Text = "# Outage\n\nThe shop was sluggish.\n  Checkout requests timed out for most users.\nWe restarted the database.\nCheckout was back.\n";

    [Fact]
    public void The_two_best_lines_come_in_the_order_of_the_document_with_their_numbers()
    {
        var snippets = For("slow checkout timeouts");
        Assert.Equal([3, 4], snippets.Select(snippet => snippet.Line));
        Assert.Equal("Checkout requests timed out for most users.", snippets[1].Text);
    }

    [Fact]
    public void Words_and_synonyms_are_marked() =>
        Assert.Equal(["sluggish", "Checkout", "timed out"], For("slow checkout timeouts").SelectMany(s => s.Marks.Select(mark => mark.Of(s.Text).ToString())));

    [Fact]
    public void The_span_is_where_the_line_stands() =>
        Assert.All(For("checkout"), snippet => Assert.Equal(snippet.Text, snippet.Span.Of(Text).ToString()));

    [Fact]
    public void What_must_not_be_there_is_not_shown() => Assert.Empty(For("-checkout"));

    [Fact]
    public void A_prefix_is_marked() => Assert.Equal("database", For("datab*").Single() is var s ? s.Marks[0].Of(s.Text).ToString() : "");

    [Fact]
    public void The_percentage_that_meets_a_share_is_marked()
    {
        const string Told = "# Outage\n\nThe shop was down.\n33 of 100 saw an error page.\n";
        var incident = new Incident
        {
            Source = "a.md",
            Id = "000000000000",
            Text = Told,
            UsersAffectedPercent = 33,
            Spans = FieldMap.Of<SourceSpan>([new("usersAffectedPercent", [new SourceSpan(29, 38)])]),
        };
        var snippet = Snippets.For(incident, Query.OfWords("shop fails for a third of users"), [new MatchedTerm("a third of users", MatchedTerm.Share)])[1];
        Assert.Equal("33 of 100", snippet.Marks[0].Of(snippet.Text).ToString());
    }

    [Fact]
    public void A_word_that_is_spelled_otherwise_is_shown() =>
        Assert.Equal(5, Assert.Single(Snippets.For(Sample, Query.OfWords("databsae"), [new MatchedTerm("databsae", "databas")])).Line);

    [Fact]
    public void Front_matter_and_headings_show_less_than_sentences()
    {
        const string Told = "---\ntitle: Mail queue stuck\n---\n# Mail queue\n\nThe queue was stuck.\nNobody got mail.\n";
        Assert.Equal([6, 7], Snippets.For(new Incident { Source = "a.md", Id = "000000000000", Text = Told }, Query.OfWords("mail queue")).Select(s => s.Line));
    }

    [Fact]
    public void A_field_is_shown_where_it_was_looked_for() => Assert.Equal(4, Assert.Single(For("impact:checkout")).Line);

    private static Incident Sample => new()
    {
        Source = "a.md",
        Id = "000000000000",
        Text = Text,
        Passages = [new Passage(PassageKind.Impact, new SourceSpan(35, 78))],
    };

    private static ImmutableArray<Snippet> For(string query) =>
        Snippets.For(Sample, QueryParser.Parse(query).Query!);
}
