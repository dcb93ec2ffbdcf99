using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing.Zones;

namespace PostmortemInsights.Tests.Indexing;

public sealed class ZonedTextTests
{
    private const string Text = "Checkout down\n14:00 errors\n14:10 we blamed DNS\n14:30 cause found\n14:40 late\nfree text";

    private static readonly Incident Record = new()
    {
        Source = "a.md",
        Id = "000000000000",
        Text = Text,
        IsPostmortem = true,
        Passages =
        [
            At(PassageKind.Summary, "Checkout down"), At(PassageKind.Timeline, "14:00 errors"), At(PassageKind.Timeline, "14:10 we blamed DNS"),
            At(PassageKind.Timeline, "14:30 cause found"), At(PassageKind.Timeline, "14:40 late"),
        ],
        Timeline = [new TimelineEntry(null, "cause found", SpanOf("cause found"), TimelineKind.Identification)],
        MisleadingPaths = [new MisleadingPath("we blamed DNS", null, "dns", null, MisleadingPathKind.Implicit, SpanOf("we blamed DNS"))],
        Spans = FieldMap.Of<SourceSpan>([new("title", [SpanOf("Checkout down")])]),
    };

    [Theory]
    [InlineData("Checkout down", Zone.Title)]
    [InlineData("14:00 errors", Zone.Early)]
    [InlineData("14:10 we blamed DNS", Zone.Misleading)]
    [InlineData("14:30 cause found", Zone.Late)]
    [InlineData("14:40 late", Zone.Late)]
    [InlineData("free text", Zone.Other)]
    public void A_passage_counts_by_what_it_tells(string text, Zone zone) =>
        Assert.Equal(zone, ZonedText.Read(Record).Single(one => one.Span.Of(Text).ToString().Contains(text, StringComparison.Ordinal)).Zone);

    [Fact]
    public void The_zones_cover_the_text_without_gaps()
    {
        var at = 0;
        foreach (var (_, span) in ZonedText.Read(Record))
        {
            Assert.Equal(at, span.Start);
            at = span.End;
        }

        Assert.Equal(Text.Length, at);
    }

    private static Passage At(PassageKind kind, string text) => new(kind, SpanOf(text));

    private static SourceSpan SpanOf(string text) => new(Text.IndexOf(text, StringComparison.Ordinal), Text.IndexOf(text, StringComparison.Ordinal) + text.Length);

    [Theory]
    [InlineData(Zone.Other, 1)]
    [InlineData(Zone.Title, 2)]
    [InlineData(Zone.Early, 1.5)]
    [InlineData(Zone.Late, 1)]
    [InlineData(Zone.Misleading, 1.5)]
    [InlineData(Zone.Lesson, 0.5)]
    [InlineData(Zone.Code, 1.5)]
    [InlineData(Zone.Metadata, 1)]
    public void A_zone_has_the_weight_that_the_list_gives_to_its_name(Zone zone, double weight) => Assert.Equal(weight, ZoneWeights.Of(zone));
}
