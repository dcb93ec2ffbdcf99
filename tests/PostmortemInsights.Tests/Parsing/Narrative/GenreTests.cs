using PostmortemInsights.Parsing.Narrative;

namespace PostmortemInsights.Tests.Parsing.Narrative;

public class GenreTests
{
    private const string Assignment = """
        # 0x19. Postmortem
        Write a postmortem about an outage that you have seen, or invent one.
        ## Requirements
        - The summary must contain: duration of the outage, what was the impact, what was the root cause
        - The timeline must contain: when was the issue detected, how was the issue detected
        - Be brief and straight to the point
        """;

    private const string Report = """
        ## Summary
        On 3 May 2024 from 10:00 to 11:30 UTC the shop was down for all customers.
        ## Timeline
        - 10:00 Alert: no orders
        - 10:20 Suspected the network, found nothing
        - 11:00 Full disk found
        - 11:30 Old logs deleted, shop restored
        ## Root cause
        The disk of the database filled up because logs were never rotated.
        """;

    [Theory]
    [InlineData(Assignment, "assignment")]
    [InlineData("# 2024-01-11\nParticipants: Ana, Ben\n## Agenda\n- last meeting: no updates\n- Ana takes the on-call rota\n## Roadmap\n- Consensus: yes", "minutes")]
    [InlineData("# Incident postmortem template\nFill in the fields and delete this text.\n| Detected | `YYYY-MM-DD HH:MM` |\n## Root cause\nEnter the root cause.\n## Timeline\nDescribe what happened.", "template")]
    [InlineData("# PostgreSQL manual\nThis page describes how to restore a backup. If you need a copy, you can run the dump.\n## Usage\nMake sure that you have access. When you are done, you should log out.", "manual")]
    [InlineData("# Rain\n\nThe river sleeps under the bridge\nand the lamps lean over it\n", "no incident")]
    [InlineData("", "no text")]
    public void What_reports_no_incident_is_told_by_what_it_is(string text, string reason)
    {
        var genre = Judge(text);
        Assert.False(genre.IsPostmortem);
        Assert.Contains(reason, genre.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_is_one() => Assert.True(Judge(Report).IsPostmortem);

    [Fact]
    public void A_report_that_quotes_its_assignment_is_still_one()
    {
        Assert.True(Judge(Assignment + "\n\n" + Report).IsPostmortem);
        Assert.True(Judge(Report + "\n\n" + Assignment).IsPostmortem);
    }

    [Fact]
    public void A_short_notice_in_prose_is_a_report() =>
        Assert.True(Judge("# Post-mortem of today's outage\nFrom 5 April, 22:00, until 10:45 the registry was down. The disk filled up because of logs that were not rotated. I'm sorry that this happened.").IsPostmortem);

    private static Genre Judge(string text) => Genre.Judge(Texts.Document(text), Texts.Outline(text));
}
