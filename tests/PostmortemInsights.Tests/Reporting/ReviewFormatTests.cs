using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using PostmortemInsights.Analyzing;
using PostmortemInsights.Incidents;
using PostmortemInsights.Tests.Analyzing;

namespace PostmortemInsights.Tests.Reporting;

/// <summary>Whatever the corpus, each format says something sensible.</summary>
public class ReviewFormatTests
{
    public static TheoryData<string, string> OddCorpora() => new()
    {
        { "nothing", "There were no documents to read, so there is nothing to report." },
        { "no incident", "None of the 2 documents reports an incident in this period (all dates)." },
        { "one incident", "The one incident with a known duration lasted 30 min." },
        { "no dates", "None of the 2 incidents has a date." },
        { "no durations", "None of them tells how long it lasted, so nothing can be said about durations." },
        { "one quarter", "2024-Q2 has 2 incidents, 2024-Q1 had 0: not distinguishable (n=2)." },
    };

    [Theory]
    [MemberData(nameof(OddCorpora))]
    public void Odd_corpora_give_sensible_reports(string corpus, string said)
    {
        var incidents = Corpus(corpus);
        Assert.Contains(said, Flat(Formats.Text(incidents)), StringComparison.Ordinal);
        Assert.All(Formats.All(incidents), static report =>
        {
            Assert.DoesNotContain("NaN", report, StringComparison.Ordinal);
            Assert.DoesNotContain("Infinity", report, StringComparison.Ordinal);
            Assert.DoesNotContain("∞", report, StringComparison.Ordinal);
        });
        using var json = JsonDocument.Parse(Formats.Json(incidents));
        Assert.Equal(incidents.Count, json.RootElement.GetProperty("coverage").GetProperty("documents").GetInt32());
    }

    [Theory]
    [InlineData(1, "1 document was read and reports 1 incident, and 1 of 1 tells how long it lasted. The one incident with a known duration lasted 30 min. "
        + "The cause was software defect in 1 of 1 (100%). In 1 of 1 incident (100%) something else was blamed first, most often network (1 of 1 wrong path); "
        + "the clock tells of 1 of 1 that it took 5 min. 1 action was promised, 1 of 1 (100%) without an owner; no root cause came back.")]
    [InlineData(2, "2 documents were read and report 2 incidents, and 2 of 2 tell how long they lasted. Half of these 2 were over within 30 min (too few for an interval); "
        + "2024-Q2 and 2024-Q1 are not distinguishable (n=1 against 1). The cause was software defect in 2 of 2 (100%). In 2 of 2 incidents (100%) something else was blamed first, "
        + "most often network (2 of 2 wrong paths); the clock tells of 2 of 2 that they took 10 min in all. 2 actions were promised, 2 of 2 (100%) without an owner; "
        + "1 root cause came back, 1 of 1 in spite of a promised action.")]
    public void The_opening_is_fit_to_be_read_aloud_for_one_incident_and_for_two(int count, string opening)
    {
        string[] days = ["2024-03-01T10:00", "2024-04-01T10:00"];
        var incidents = days.Take(count).Select(static day => Sample.Incident($"{day[..7]}.md", day, 30, "software-defect", "application")
            .Because("A null value.").Misled("network", 5, 1).Promised("Test cases for empty baskets")).ToList();
        var sentences = Parse(Formats.Html(incidents)).QuerySelectorAll("ol.opening li").Select(static li => li.TextContent);
        Assert.Equal(opening, string.Join(' ', sentences));
    }

    [Theory]
    [InlineData("network", "The cause was network in 3 of 3 (100%).")]
    [InlineData("network network data", "The most frequent cause is network, with 2 of 3 (67%), then data, with 1.")]
    [InlineData("network data unknown", "The most frequent causes are data and network, each with 1 of 3 (33%); for 1 the cause is not known.")]
    [InlineData("network data software-defect", "No cause stands out: 3 causes have 1 of 3 (33%) each.")]
    public void The_opening_names_the_cause_that_stands_out_if_one_does(string causes, string said)
    {
        var names = causes.Split(' ');
        var incidents = Enumerable.Range(0, 3).Select(i => Sample.Incident($"{i}.md", "2024-03-01", cause: names[i % names.Length])).ToList();
        Assert.Contains(said, Flat(Formats.Text(incidents)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_quarter_without_dated_documents_says_why_it_is_empty()
    {
        var text = Formats.Text(Corpus("no dates"), Formats.Options with { Quarter = "2024-Q2" });
        Assert.Contains("No incident can be placed in 2024-Q2: 2 postmortems of 2 documents give no date.", Flat(text), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_fit_the_terminal()
    {
        foreach (var width in new[] { 80, 100, 140 })
        {
            var text = Formats.Written(writer => PostmortemInsights.Reporting.ReviewText.Write(
                ReliabilityReview.From(SmallCorpus.Incidents, Formats.Options), writer, width));
            Assert.All(text.Split('\n'), line => Assert.True(line.Length <= width, $"{line.Length} > {width}: {line}"));
        }
    }

    [Fact]
    public void The_page_needs_no_script_and_asks_for_nothing()
    {
        var page = Parse(Formats.Html(SmallCorpus.Incidents));
        Assert.Empty(page.QuerySelectorAll("script, link, img, iframe, object, embed, base, form"));
        Assert.DoesNotContain("url(", Formats.Html(SmallCorpus.Incidents), StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page.QuerySelector("meta[http-equiv]")!.GetAttribute("content"), StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("a"), static a => Assert.DoesNotContain(":", a.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_opens_with_five_sentences()
    {
        var page = Parse(Formats.Html(SmallCorpus.Incidents));
        var sentences = page.QuerySelectorAll("ol.opening li").Select(static li => li.TextContent).ToList();
        Assert.Equal(5, sentences.Count);
        Assert.All(sentences, static s => Assert.EndsWith(".", s, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_picture_has_a_title_a_description_and_a_table_after_it()
    {
        var page = Parse(Formats.Html(SmallCorpus.Incidents));
        var pictures = page.QuerySelectorAll("svg[role=img]");
        Assert.All(pictures, picture =>
        {
            var names = picture.GetAttribute("aria-labelledby")!.Split(' ');
            Assert.All(names, id => Assert.NotEqual("", page.GetElementById(id)!.TextContent));
        });
        Assert.Equal(pictures.Length, pictures.Select(static p => p.GetAttribute("aria-labelledby")).Distinct(StringComparer.Ordinal).Count());
        Assert.All(page.QuerySelectorAll("figure"), static figure => Assert.NotNull(figure.NextElementSibling?.NextElementSibling?.QuerySelector("table")));
        Assert.Equal(5, page.QuerySelectorAll("figure").Length);
    }

    [Fact]
    public void A_strip_leads_to_the_lines_of_its_document()
    {
        var incident = SmallCorpus.Incidents[0];
        var at = incident.Text.IndexOf("The certificate", StringComparison.Ordinal);
        var path = incident.MisleadingPaths[0] with { Span = new SourceSpan(at, at + 3) };
        var page = Parse(Formats.Html([incident with { MisleadingPaths = [path] }]));
        Assert.Contains(page.QuerySelectorAll(".strip a"), static a => a.GetAttribute("href") == "2024/01-certificate.md#L3");
    }

    private static List<Incident> Corpus(string name) => name switch
    {
        "nothing" => [],
        "no incident" => [Sample.Incident("a.md") with { IsPostmortem = false }, Sample.Incident("b.md") with { IsPostmortem = false }],
        "one incident" => [Sample.Incident("a.md", "2024-04-01T10:00+00:00", 30, "network", "network").Detected(3)],
        "no dates" => [Sample.Incident("a.md", "T10:00", 30).Detected(3), Sample.Incident("b.md", minutes: 20)],
        "no durations" => [Sample.Incident("a.md", "2024-04-01"), Sample.Incident("b.md", "2023-04-01")],
        "one quarter" => [Sample.Incident("a.md", "2024-04-01T10:00+00:00", 30), Sample.Incident("b.md", "2024-06-30T10:00+00:00", 300)],
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    private static string Flat(string text) => LabelledPairs.Flat(text);

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
