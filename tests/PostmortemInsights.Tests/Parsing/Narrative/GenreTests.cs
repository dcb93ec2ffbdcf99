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
    [InlineData("# 0x0D. Web stack debugging #0\n## Project takeaways\n- Logs are not always enough to find what is broken.\n## Tasks\n- Fix a web server that returned errors\n- Your script must be executable", "assignment")]
    [InlineData("# IncidentResponse\nAn incident is an event that degrades a service. Incidents can be reported by anyone.\n## Severity levels\nSeverity levels are set by the lead.\n## Roles and responsibilities\nThe incident commander is responsible for the call. The incident lead should open a channel. If a customer reported it, thank them.", "manual")]
    [InlineData("# KubeNodeSlow\n## Meaning\nThis alert fires when a node was slow for ten minutes.\n## Impact\nPods may be evicted if the node failed.\n## Diagnosis\nFollow the steps: check the logs of the kubelet.", "manual")]
    [InlineData("# Release notes\nWe are happy to announce version 4.2. This release fixed 12 bugs and added support for streams.\n## New features\n- Improvements: errors are now coloured\n- Deprecated: the old loader\nThanks to all contributors.", "news")]
    [InlineData("# Use Concourse for builds\nDate: 3 May 2024\n## Status\nAccepted\n## Context\nBuilds failed often.\n## Decision\nWe will use Concourse. Other options were considered.\n## Consequences\nTeams have to move.", "proposes")]
    [InlineData("---\ntitle: How we think about reliability\ndate: 2024-05-03\n---\nOur platform grows. We had an outage once because a certificate expired. What should we measure?\nWe want to alert on symptoms. You can read about objectives in the book. A target of all requests is not what anybody needs.\nHow many of the builds fail? Our indicators are ratios. They tell a team when to stop and repair. We begin with three of them. Dashboards follow in summer. Each service has an owner. Each owner picks a target.", "no incident")]
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

    [Fact]
    public void Prose_without_a_time_is_a_report_when_it_tells_what_failed() =>
        Assert.True(Judge("# Mail stuck in the queue\nThe relay crashed when the spool ran full. Nobody was paged. The queue grew for hours. We removed old mail and restarted the relay.").IsPostmortem);

    [Fact]
    public void A_look_back_at_a_game_is_a_report_when_what_it_tells_is_what_broke() =>
        Assert.True(Judge("# Spring cup | Post-mortem\nThe game went well, but there were problems with our machines.\n## Tokens\nWe sent wrong tokens at 10:20 because our script failed. At 10:40 we noticed it and closed the network. The mapping was broken. At 11:15 new tokens were sent.\n## Scoreboard\nAt 12:10 the scoreboard crashed. All cores were exhausted. We restarted two workers, which failed again. At 12:40 larger machines replaced them, and the scoreboard recovered. Next time we will test the game with more players.").IsPostmortem);

    [Fact]
    public void A_short_notice_with_the_fields_of_a_status_page_is_a_report() =>
        Assert.True(Judge("---\ntitle: Tracker outage\ndate: 2024-09-02T19:33:00Z\nresolved: true\nseverity: down\naffected:\n  - tracker\n---\nThe tracker is down. The hoster looks into it.").IsPostmortem);

    private static Genre Judge(string text) => Genre.Judge(Texts.Document(text), Texts.Outline(text));
}
