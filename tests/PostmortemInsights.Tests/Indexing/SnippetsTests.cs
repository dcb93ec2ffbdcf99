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

    private static ImmutableArray<Snippet> For(string query) =>
        Snippets.For(new Incident { Source = "a.md", Id = "000000000000", Text = Text }, QueryParser.Parse(query).Query!);
}
