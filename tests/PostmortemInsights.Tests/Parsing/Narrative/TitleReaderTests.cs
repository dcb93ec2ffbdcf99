using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Narrative;
using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Tests.Parsing.Narrative;

public class TitleReaderTests
{
    [Theory]
    [InlineData("# Postmortem: Ferry bookings lost\n\n## Summary\nx", "Ferry bookings lost")]
    [InlineData("Incident Report for Gateway timeouts\n\nSummary\nx", "Gateway timeouts")]
    [InlineData("**Incident Analysis Report: Night of the long queue**\n\n## Timeline", "Night of the long queue")]
    [InlineData("# Postmortem Report\n## Mail outage on 3 May 2024\n### Summary", "Mail outage on 3 May 2024")]
    [InlineData("# 2023-02-01: Disk full\n## Summary\nx", "2023-02-01: Disk full")]
    [InlineData("# Relay outage: A post-mortem\n## Summary\nx", "Relay outage: A post-mortem")]
    [InlineData("# Harbour Outage Postmortem: May 5, 2023\n## Summary\nx", "Harbour Outage Postmortem: May 5, 2023")]
    [InlineData("### June 3-?, 2022\n#### Scheduler stopped\nThe jobs hung.", "Scheduler stopped")]
    [InlineData("**Issue Summary: When the cache took a nap**\n\nOn Monday it was slow.", "When the cache took a nap")]
    [InlineData("Web server 02 down.\n\nTimeline:\n- 10:00 down", "Web server 02 down.")]
    [InlineData("GREY HERON BANK LTD\nPOSTMORTEM REPORT - CARD PAYMENTS DECLINED\n\nIMPACT\nall", "CARD PAYMENTS DECLINED")]
    [InlineData("From: Ana\nSubject: What broke the logins on Monday\n\nDear all,", "What broke the logins on Monday")]
    [InlineData("From: Ana\nTo: all\nSubject: RE: FW: Thursday evening\n\nDear all,", "Thursday evening")]
    [InlineData("De: Ana\nPara: todos\nAsunto: Los recibos que faltaron\n\nHola,", "Los recibos que faltaron")]
    [InlineData("INCIDENT 2024-07 Ferry timetable empty\n\n1. Facts\nx", "Ferry timetable empty")]
    [InlineData("# Incident #31: ferry timetable empty\n\n## Summary\nx", "Incident #31: ferry timetable empty")]
    [InlineData("# RCA - Ferry timetable empty\n\n## Summary\nx", "Ferry timetable empty")]
    [InlineData("# Acme Status: ferry timetable empty\n\n## Ferry timetable empty\n\nx", "Ferry timetable empty")]
    [InlineData("# mail.example.org status history\n\n## Mails refused\n\nx", "Mails refused")]
    [InlineData("| **Event** | `20210416_bad_labels` |\n| --- | --- |\n| Team | AB |\n\n## Summary\nx", "20210416_bad_labels")]
    public void Title_is_read_as_written_without_the_kind_of_document(string text, string title) =>
        Assert.Equal(title, Read(text)?.Value);

    [Theory]
    [InlineData("# Postmortem\n## Summary\nx")]
    [InlineData("0x19. Postmortem\n\nIssue Summary:\nIt was down.")]
    [InlineData("# My first postmortem\n\n## Issue Summary\nx")]
    [InlineData("# Postmortem Report :clipboard:\n\n## Issue Summary\nx")]
    [InlineData("Incident report/postmortem August 16, 2024\n\nIssue summary:\nx")]
    [InlineData("Issue Summary\nFrom 11:19 PM to 11:48 PM requests failed.")]
    [InlineData("On the 15th of August our system went down and nobody knew why it did so.\n\nTimeline:\n- 10:00 down")]
    [InlineData("Maria Rossi\n\nIssue summary\nThe site was down.")]
    public void A_document_that_names_only_its_kind_has_no_title(string text) => Assert.Null(Read(text));

    [Fact]
    public void Front_matter_goes_before_headings()
    {
        const string Text = "---\ntitle: \"Incident Report: Queue lost\"\n---\n# Something else\n";
        var entry = new FrontMatterEntry("title", ["Incident Report: Queue lost"], new SourceSpan(12, 39));
        var document = Texts.Document(Text, new FrontMatter(new SourceSpan(0, 45), [entry]));
        var title = TitleReader.Read(document, Outliner.Read(document, SectionNames.Default));
        Assert.Equal("Queue lost", title?.Value);
        Assert.Contains("Queue lost", Text[title!.Value.Spans[0].Start..title.Value.Spans[0].End], StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_that_speaks_of_causes_opens_no_section_of_causes()
    {
        var outline = Texts.Outline("# Full disk causes downtime\n\nPublished by Ana.\n");
        Assert.All(outline.Blocks, static block => Assert.Equal(PassageKind.Summary, block.Section));
    }

    private static PostmortemInsights.Parsing.Found<string>? Read(string text)
    {
        var document = Texts.Document(text);
        return TitleReader.Read(document, Outliner.Read(document, SectionNames.Default));
    }
}
