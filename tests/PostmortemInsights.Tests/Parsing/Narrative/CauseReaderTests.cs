using NodaTime;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing;
using PostmortemInsights.Parsing.Narrative;

namespace PostmortemInsights.Tests.Parsing.Narrative;

public class CauseReaderTests
{
    [Fact]
    public void A_section_of_both_is_parted_into_cause_and_fix()
    {
        const string Text = """
            ## Root cause and resolution
            Somebody reconfigured the pool to ten connections. The shop needs forty of them at noon.
            The issue was fixed by raising the limit. The service was restarted.
            """;
        Assert.Equal("Somebody reconfigured the pool to ten connections. The shop needs forty of them at noon.", Cause(Text)?.Value);
        Assert.Equal("The issue was fixed by raising the limit. The service was restarted.", Fix(Text)?.Value);
    }

    [Fact]
    public void Labels_open_sections_of_their_own()
    {
        const string Text = "Root Cause: A typo in the routing table.\n\nResolution: The table was restored from backup.\n";
        Assert.Equal("A typo in the routing table.", Cause(Text)?.Value);
        Assert.Equal("The table was restored from backup.", Fix(Text)?.Value);
    }

    [Fact]
    public void Prose_gives_the_sentences_that_say_so_and_leaves_out_the_rest()
    {
        const string Text = """
            # Mail stopped
            Mail stopped on Monday. Many of you wrote to us. It turned out that the certificate of the relay had expired.
            We are sorry for the trouble. The problem was fixed by renewing the certificate at noon.
            """;
        Assert.Equal("It turned out that the certificate of the relay had expired.", Cause(Text)?.Value);
        Assert.Equal("The problem was fixed by renewing the certificate at noon.", Fix(Text)?.Value);
    }

    [Fact]
    public void Without_prose_the_timeline_says_how_it_was_fixed()
    {
        const string Text = "# Shop down\n## Timeline\n- 10:00 Alert\n- 10:40 Rolled back release 12\n";
        var at = Text.IndexOf("Rolled", StringComparison.Ordinal);
        var entry = new TimelineEntry(new Moment(null, new LocalTime(10, 40), null), "Rolled back release 12", new SourceSpan(at, at + 22));
        Assert.Equal("Rolled back release 12", CauseReader.Resolution(new Telling(Texts.Outline(Text), [entry], [], null, null), null)?.Value);
    }

    [Fact]
    public void Nothing_said_gives_nothing() => Assert.Null(Cause("# Shop down\nThe shop was closed on Monday.\n"));

    [Fact]
    public void Each_passage_has_its_place()
    {
        const string Text = "## Cause\n- **First**: the fan failed.\n- The room got hot.\n";
        var cause = Cause(Text)!.Value;
        Assert.Equal("First: the fan failed.\nThe room got hot.", cause.Value);
        Assert.Equal(["First**: the fan failed.", "The room got hot."], cause.Spans.Select(span => Text[span.Start..span.End]));
    }

    [Fact]
    public void A_long_section_keeps_the_sentences_that_say_most()
    {
        var text = "## Root cause\n" + string.Concat(Enumerable.Range(0, 60).Select(static i => $"The shop has shelf number {i}. ")) + "The root cause was a full disk.\n";
        var cause = Cause(text)!.Value.Value;
        Assert.EndsWith("The root cause was a full disk.", cause, StringComparison.Ordinal);
        Assert.True(cause.Length < text.Length / 2);
    }

    private static Found<string>? Cause(string text) => CauseReader.RootCause(new Telling(Texts.Outline(text), [], [], null, null));

    private static Found<string>? Fix(string text) => CauseReader.Resolution(new Telling(Texts.Outline(text), [], [], null, null), null);
}
