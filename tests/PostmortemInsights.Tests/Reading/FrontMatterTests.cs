using System.Text;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Tests.Reading;

public sealed class FrontMatterTests
{
    [Fact]
    public void Yaml_keeps_scalars_and_lists_with_their_places()
    {
        var document = Decode("""
            ---
            title: "Checkout down"   # really
            date: 2024-06-01 14:05:00 +02:00
            tags: [database, 'slow queries']
            services:
              - cart
              - name: nested
              - billing
            owner:
              name: left out
            summary: >-
              Orders failed
              for an hour.
            empty:
            ---

            # Text
            """);

        Assert.Equal(
            """
            title: Checkout down @ Checkout down
            date: 2024-06-01 14:05:00 +02:00 @ 2024-06-01 14:05:00 +02:00
            tags: database; slow queries @ database, 'slow queries
            services: cart; billing @ cart/  - name: nested/  - billing
            summary: Orders failed for an hour. @ Orders failed/  for an hour.
            """,
            Describe(document));
        Assert.StartsWith("---\ntitle", document.Text, StringComparison.Ordinal);
        Assert.Equal("\n\n# Text", document.Text[document.FrontMatter!.Span.End..]);
    }

    [Fact]
    public void Broken_yaml_is_read_line_by_line()
    {
        var document = Decode("""
            ---
            title: Postmortem: the outage
            severity: "1"
            broken: [a, b
            ---
            text
            """);

        Assert.Equal(
            """
            title: Postmortem: the outage @ Postmortem: the outage
            severity: 1 @ 1
            broken: [a, b @ [a, b
            """,
            Describe(document));
    }

    [Fact]
    public void Prose_between_rules_that_makes_the_scanner_give_up_is_read_line_by_line()
    {
        var document = Decode("---\ntitle: Ferry bookings lost\nproduct: Ferries\nseverity: 1\ncompany: Pilot\n\n[The\nPilot](https://pilot.example/ferries/) had\n---\ntext\n");

        Assert.StartsWith("title: Ferry bookings lost @ Ferry bookings lost", Describe(document), StringComparison.Ordinal);
    }

    [Fact]
    public void Toml_keeps_the_keys_before_the_first_table()
    {
        var document = Decode("""
            +++
            title = "DNS outage" # of May
            date = 2024-05-01
            "draft" = false
            tags = [
              "dns", # one
              'network',
            ]
            point = { x = 1, y = 2 }
            summary = '''two
            lines'''
            [extra]
            team = "left out"
            +++
            text
            """);

        Assert.Equal(
            """
            title: DNS outage @ DNS outage
            date: 2024-05-01 @ 2024-05-01
            draft: false @ false
            tags: dns; network @ dns", # one/  'network
            summary: two/lines @ two/lines
            """,
            Describe(document));
    }

    [Fact]
    public void An_MDX_page_exports_its_keys()
    {
        var document = Decode("""
            import { Layout } from './Layout'

            export const post = {
              draft: false, // for now
              date: '2024-11-19',
              title: "Relay outage: a post-mortem",
              image: { src: 'a.png', alt: '}' },
              tags: ['relay', 'dns'],
              url: base.url,
            }

            ## Summary
            """);

        Assert.Equal(
            """
            draft: false @ false
            date: 2024-11-19 @ 2024-11-19
            title: Relay outage: a post-mortem @ Relay outage: a post-mortem
            tags: relay; dns @ relay', 'dns
            """,
            Describe(document));
        Assert.StartsWith("export const post", document.Text[document.FrontMatter!.Span.Start..], StringComparison.Ordinal);
        Assert.Equal("\n\n## Summary", document.Text[document.FrontMatter.Span.End..]);
    }

    [Fact]
    public void Blank_lines_and_a_mark_may_stand_before_it() =>
        Assert.Equal("title: x @ x", Describe(Decode("\uFEFF\r\n\r\n---\r\ntitle: x\r\n...\r\ntext")));

    [Theory]
    [InlineData("---\n\nThe cause: a disk.\n\nIt was full and nobody had looked.\n\n---\n")]
    [InlineData("---\nSome text: with: colons\nmore text\nand more\n---\n")]
    [InlineData("---\ntitle: never closed\n")]
    [InlineData("text\n---\ntitle: too late\n---\n")]
    [InlineData("---\n- a\n- b\n---\n")]
    [InlineData("+++\nno keys\n+++\n")]
    [InlineData("export const x = { title: 'never closed\n")]
    [InlineData("---")]
    [InlineData("")]
    public void Other_texts_have_none(string text) => Assert.Null(Decode(text).FrontMatter);

    [Fact]
    public void A_page_keeps_its_block_and_the_places_in_it()
    {
        var document = Decode("---\ntitle: x\n---\n<p>one</p><p>two</p>", "a.html");

        Assert.Equal("---\ntitle: x\n---\n\none\n\ntwo\n", document.Text);
        Assert.Equal("title: x @ x", Describe(document));
    }

    [Fact]
    public void Finding_a_key_ignores_case_and_prefers_the_first_asked()
    {
        var frontMatter = Decode("---\nStart: b\nstart_time: a\n---\n").FrontMatter!;

        Assert.Equal("a", frontMatter.Find("start_time", "start")?.Value);
        Assert.Equal("b", frontMatter.Find("started", "START")?.Value);
        Assert.Null(frontMatter.Find("end"));
    }

    private static string Describe(SourceDocument document) => string.Join('\n', document.FrontMatter!.Entries.Select(e =>
        $"{e.Key}: {string.Join("; ", e.Values)} @ {e.Span.Of(document.Text)}".Replace('\n', '/')));

    private static SourceDocument Decode(string text, string source = "a.md") =>
        Assert.IsType<ReadDocument>(DocumentReader.Decode(source, Encoding.UTF8.GetBytes(text))).Document;
}
