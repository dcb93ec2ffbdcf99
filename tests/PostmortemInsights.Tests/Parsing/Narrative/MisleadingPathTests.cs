using PostmortemInsights.Incidents;

namespace PostmortemInsights.Tests.Parsing.Narrative;

public sealed class MisleadingPathTests
{
    private const string Pool = "The connection pool of the database was configured too small.";

    [Theory]
    [InlineData("10:10 UTC: Suspected a DDoS attack because of the many requests.", "attack")]
    [InlineData("10:10 UTC: First thought was the load balancer.", "load-balancer")]
    [InlineData("10:10 UTC: Initial suspicion fell on the payment provider.", "third-party")]
    [InlineData("10:10 UTC: We believed it was the expired certificate of the shop.", "certificate")]
    [InlineData("10:10 UTC: Misleading path: the team went through the DNS records.", "dns")]
    [InlineData("10:10 UTC: Went down a rabbit hole in the Redis settings.", "cache")]
    public void A_suspicion_of_something_else_than_the_cause_is_a_wrong_turn(string entry, string blamed)
    {
        var incident = Parsed.Timeline(Pool, "10:00 UTC: Alert fired.", entry, "11:00 UTC: Root cause identified.");

        var path = Assert.Single(incident.MisleadingPaths);
        Assert.Equal(blamed, path.Hypothesis);
        Assert.Equal("2024-03-03T10:10+00:00", path.At?.ToString());
        Assert.Equal(50, path.MinutesLost);
        Assert.Equal(TimelineKind.Misleading, incident.Timeline[1].Kind);
    }

    [Theory]
    [InlineData("10:10 UTC: We thought the printer driver died. It had not.")]
    [InlineData("10:10 UTC: Somebody says it's the firewall. Nope.")]
    [InlineData("10:10 UTC: Is it the router? Router is fine.")]
    [InlineData("10:10 UTC: We were sure it was the holiday traffic; the numbers were normal, so no.")]
    [InlineData("10:10 UTC: Reinstalled nginx. Still the same page.")]
    [InlineData("10:10 UTC: Broker restarted; it lived for 50 seconds.")]
    public void A_thought_a_question_or_a_step_is_a_wrong_turn_where_the_answer_says_no(string entry) =>
        Assert.Equal(TimelineKind.Misleading, Parsed.Timeline(Pool, "10:00 UTC: Alert fired.", entry).Timeline[1].Kind);

    [Theory]
    [InlineData("10:10 UTC: I think the printer driver needs a look.")]
    [InlineData("10:10 UTC: We think it is all back now.")]
    [InlineData("10:10 UTC: Is it the router?")]
    [InlineData("10:10 UTC: Made sure that it was running everywhere.")]
    public void A_thought_or_a_question_without_an_answer_is_none(string entry) =>
        Assert.Empty(Parsed.Timeline(Pool, "10:00 UTC: Alert fired.", entry).MisleadingPaths);

    [Fact]
    public void What_stands_under_a_heading_of_beliefs_was_wrong_unless_it_was_the_cause()
    {
        var incident = Parsed.Text(
            """
            # Shop down

            ## What we thought

            - A problem of the firewall. Its rules were the old ones.
            - The database.

            ## Root Cause

            The database ran out of connections.
            """);

        Assert.Equal(["firewall"], incident.MisleadingPaths.Select(static path => path.Hypothesis));
    }

    [Theory]
    [InlineData("10:10 UTC: Suspected the database.")]
    [InlineData("10:10 UTC: Assumed a wrong database configuration.")]
    public void A_suspicion_that_proved_right_is_none_and_is_marked(string entry)
    {
        var incident = Parsed.Timeline(Pool, "10:00 UTC: Alert fired.", entry, "11:00 UTC: Root cause identified.");

        Assert.Empty(incident.MisleadingPaths);
        Assert.True(incident.Timeline[1].Vindicated);
    }

    [Theory]
    [InlineData("10:10 UTC: Checked the network switches, but no issues were found.")]
    [InlineData("10:10 UTC: Went through the application logs; nothing conclusive.")]
    [InlineData("10:10 UTC: Rolled back the release, no improvement.")]
    [InlineData("10:10 UTC: Restarted the web servers. Errors persisted.")]
    public void A_look_that_found_nothing_and_a_fix_in_vain_are_wrong_turns(string entry) =>
        Assert.Equal(entry[11..], Assert.Single(Parsed.Timeline(Pool, "10:00 UTC: Alert fired.", entry).MisleadingPaths).Text);

    [Theory]
    [InlineData("10:10 UTC: Checked the web server logs.")]
    [InlineData("10:10 UTC: Initial investigation showed slow responses.")]
    [InlineData("10:10 UTC: Services restored, no further issues were found.")]
    [InlineData("10:10 UTC: No misleading paths were taken.")]
    [InlineData("10:10 UTC: Audit found no evidence of misuse.")]
    public void A_look_that_merely_comes_first_or_after_the_fix_is_none(string entry) =>
        Assert.Empty(Parsed.Timeline(Pool, "10:00 UTC: Alert fired.", entry).MisleadingPaths);

    [Fact]
    public void The_entry_that_refutes_a_suspicion_is_no_second_one_and_ends_the_loss()
    {
        var incident = Parsed.Timeline(
            Pool, "10:10 UTC: On-call suspects the network.", "10:25 UTC: Network team finds no anomalies.", "11:00 UTC: Root cause identified.");

        Assert.Equal(15, Assert.Single(incident.MisleadingPaths).MinutesLost);
    }

    [Fact]
    public void What_a_section_tells_again_counts_once_and_another_hypothesis_in_it_counts_too()
    {
        var incident = Parsed.Text(
            """
            # Shop down

            ## Timeline

            - 10:00: Alert fired.
            - 10:10: Suspected the network.

            ## Misleading paths

            - We lost time on the network, which was fine.
            - The certificate was blamed as well.

            ## Root Cause

            The database ran out of connections.
            """);

        Assert.Equal(["network", "certificate"], incident.MisleadingPaths.Select(static path => path.Hypothesis));
    }

    [Fact]
    public void Prose_tells_wrong_turns_too()
    {
        var incident = Parsed.Text(
            """
            # Shop down

            The root cause was a full disk. At first we thought it was the network, but the switches turned out to be fine.
            """);

        Assert.Equal("network", Assert.Single(incident.MisleadingPaths).Hypothesis);
    }

    [Theory]
    [InlineData("Initially we suspected the mail relay.")]
    [InlineData("The outage was first attributed to a carrier.")]
    [InlineData("The team's first hypothesis was that the nightly export had hung.")]
    [InlineData("This led the engineers to believe that a bot was at work.")]
    [InlineData("Much of the investigation went into the load balancer.")]
    [InlineData("We worked under the assumption that messages were lost.")]
    [InlineData("An hour was spent chasing a fault in the firewall, which was a red herring.")]
    [InlineData("We spent two hours looking at the message queue.")]
    [InlineData("Early diagnosis focused on the certificate of the shop.")]
    [InlineData("At noon we still believed that the relay was overrun.")]
    [InlineData("What looked like an attack was a crawler of our own.")]
    [InlineData("The relay was misdiagnosed and replaced.")]
    public void Words_for_a_belief_that_was_given_up_need_no_refutation(string sentence) =>
        Assert.Equal(sentence, Assert.Single(Parsed.Text(Story(sentence)).MisleadingPaths).Text);

    [Theory]
    [InlineData("Adding two more web servers made no difference.")]
    [InlineData("Sampling less and queueing more had no effect.")]
    [InlineData("We turned off the nightly export, to no avail.")]
    [InlineData("Reverting the commit did not resolve the issue.")]
    [InlineData("The fix of the evening was not sufficient.")]
    [InlineData("The first attempts to empty the queue by hand were unsuccessful.")]
    [InlineData("Removing old baskets bought us half an hour.")]
    [InlineData("We drained the zone, only to see the next one fail.")]
    public void What_was_plainly_in_vain_is_a_wrong_turn_whatever_it_was(string sentence) =>
        Assert.Equal(sentence, Assert.Single(Parsed.Text(Story(sentence)).MisleadingPaths).Text);

    [Theory]
    [InlineData("We assumed that the relay was flooded. In fact it was idle.")]
    [InlineData("Everybody thought that a bot was at work. Only when Ines read the log did it become clear that it was not.")]
    public void A_belief_is_refuted_by_what_is_said_to_the_contrary_right_behind_it(string sentences) =>
        Assert.Equal(sentences, Assert.Single(Parsed.Text(Story(sentences)).MisleadingPaths).Text);

    [Theory]
    [InlineData("Initially only the shop was slow.")]
    [InlineData("Initially we suspected the connection pool of the database.")]
    [InlineData("Our first theory was correct.")]
    [InlineData("It was initially believed that only a few customers were affected.")]
    [InlineData("We worked with no impact on other customers.")]
    [InlineData("It did not help that the provider's page was down as well.")]
    [InlineData("The operator believed he was working on the test cluster.")]
    [InlineData("We restarted the database, which did not resolve the issue.")]
    [InlineData("The alert threshold was not sufficient.")]
    [InlineData("Initially we focused on restoring the shop.")]
    [InlineData("We agreed to revert the release if the errors persisted.")]
    [InlineData("Orders that were placed then did not make it into the ledger.")]
    public void What_was_right_what_says_how_far_it_reached_and_what_was_amiss_are_none(string sentence) =>
        Assert.Empty(Parsed.Text(Story(sentence)).MisleadingPaths);

    [Fact]
    public void What_was_blamed_at_first_is_not_taken_for_the_cause()
    {
        var incident = Parsed.Text(Story("We suspected the load balancer at first, because all failing requests passed through it."));

        Assert.Equal("load-balancer", Assert.Single(incident.MisleadingPaths).Hypothesis);
    }

    [Fact]
    public void What_was_plainly_in_vain_does_not_run_on_into_the_fix() =>
        Assert.Equal("Reverting the theme: no effect.", Assert.Single(Parsed.Text(Story("Reverting the theme: no effect. Then Ada raised the limit.")).MisleadingPaths).Text);

    [Fact]
    public void An_answer_in_vain_belongs_to_the_step_that_it_answers()
    {
        var path = Assert.Single(Parsed.Timeline(Pool, "10:10 UTC: The new index goes to production.", "10:20 UTC: The issues persist.").MisleadingPaths);

        Assert.Equal("2024-03-03T10:10+00:00", path.At?.ToString());
    }

    private static string Story(string told) =>
        $"""
        # Shop down

        On 3 March 2024 the shop was slow for an hour.

        ## What happened

        {told}

        ## Root Cause

        {Pool}
        """;

    [Fact]
    public void The_span_is_where_the_passage_stands()
    {
        var incident = Parsed.Timeline(Pool, "10:10 UTC: Suspected a **DDoS** attack.");

        var path = Assert.Single(incident.MisleadingPaths);
        Assert.Equal("Suspected a **DDoS** attack.", incident.Text[path.Span.Start..path.Span.End]);
    }
}
