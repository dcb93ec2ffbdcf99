using PostmortemInsights.Classifying;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Tests.Classifying;

public sealed class IncidentClassifierTests(ShippedClassifier shipped) : IClassFixture<ShippedClassifier>
{
    private readonly IncidentClassifier classifier = shipped.Classifier;

    [Theory]
    [InlineData("The payment service kept talking to the old address because a wrong parameter was set in its configuration file.", "configuration")]
    [InlineData("A bug in our invoice code: an unhandled exception stopped the worker for every order without a name.", "software-defect")]
    [InlineData("The partition with the uploads ran out of disk space.", "capacity")]
    [InlineData("Our DNS provider had an outage; there was nothing for us to repair.", "dependency")]
    [InlineData("The power supply of the rack failed, and the second one with it.", "hardware")]
    [InlineData("A fibre cut between the two sites, with 40% packet loss on the way around.", "network")]
    [InlineData("The failed migration left corrupted rows in the orders table.", "data")]
    [InlineData("By mistake an engineer ran the wrong command and deleted the wrong directory.", "operator-error")]
    [InlineData("A DDoS attack by a botnet.", "security")]
    [InlineData("The TLS certificate of the login page had expired and was not renewed.", "expiry")]
    [InlineData("The invoice for the machines was unpaid: the account had run dry and nobody pays the bill by hand.", "expiry")]
    [InlineData("Typosquatting: a stranger uploaded lookalikes of our packages with ill intent.", "security")]
    [InlineData("A retry storm: all clients came back at once, a thundering herd.", "overload-cascade")]
    [InlineData("The root cause is unknown; we could not reproduce it.", "unknown")]
    public void The_cause_that_the_text_names_comes_first(string cause, string category) =>
        Assert.Equal(category, classifier.Classify(Postmortem.Caused(cause)).Causes[0].Category);

    [Fact]
    public void What_was_blamed_on_the_way_counts_for_nothing()
    {
        var incident = classifier.Classify(Postmortem.Of(
            (PassageKind.Misleading, "We were sure that it was a DDoS attack, and blocked the attackers for an hour."),
            (PassageKind.RootCause, "The certificate had expired.")));
        Assert.Equal("expiry", incident.Causes[0].Category);
        Assert.DoesNotContain(incident.Causes, c => c.Category == "security");
    }

    [Theory]
    [InlineData("[the ticket](https://firewall.example/waf/iptables/firewall-rules/17)")]
    [InlineData("the ticket <https://firewall.example/waf/iptables/firewall-rules/17>")]
    [InlineData("the ticket www.firewall.example/waf/iptables/firewall-rules/17")]
    public void Where_a_link_leads_says_nothing_of_the_incident(string ticket)
    {
        var incident = classifier.Classify(Postmortem.Caused($"The certificate of the login page had expired, see {ticket}. Nobody had renewed it."));
        Assert.DoesNotContain(incident.Components, c => c.Category == "firewall");
        Assert.All(incident.Components.Concat(incident.Causes).SelectMany(l => l.Evidence), e => Assert.DoesNotContain("iptables", e.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_tools_that_a_team_works_with_did_not_fail_it()
    {
        var incident = classifier.Classify(Postmortem.Of(
            (PassageKind.Summary, "PagerDuty rang at nine, and we met on Slack. The pods run on AWS, the code is on GitHub."),
            (PassageKind.RootCause, "A bug in our code: the new release parsed the amount wrongly.")));
        Assert.Equal("software-defect", incident.Causes[0].Category);
        Assert.DoesNotContain(incident.Causes, c => c.Category == "dependency");
        Assert.DoesNotContain(incident.Components, c => c.Category == "third-party");
    }

    [Fact]
    public void A_text_that_states_no_cause_is_unknown()
    {
        var incident = classifier.Classify(Postmortem.Of(
            (PassageKind.Summary, "Some visitors saw an empty page on Tuesday."),
            (PassageKind.Other, "Everybody was informed at noon.")));
        Assert.Equal([Taxonomy.Unknown], incident.Causes.Select(c => c.Category));
        Assert.Equal(Taxonomy.Unknown, incident.Trigger?.Category);
    }

    [Fact]
    public void Every_label_shows_the_words_that_decided_it()
    {
        var incident = classifier.Classify(Postmortem.Caused("The TLS certificate of the load balancer had expired."));
        var labels = incident.Causes.Concat(incident.Components).Append(incident.Trigger!).ToList();
        Assert.All(labels, l => Assert.NotEmpty(l.Evidence));
        Assert.All(labels.SelectMany(l => l.Evidence), e => Assert.Equal(incident.Text[e.Span.Start..e.Span.End], e.Text));
        Assert.Contains(incident.Causes[0].Evidence, e => e.Text.Contains("expired", StringComparison.Ordinal));
    }

    [Fact]
    public void There_are_one_to_three_causes_and_at_most_three_components_with_falling_probabilities()
    {
        foreach (var example in ShippedClassifier.Corpus.Read(Taxonomy.Default))
        {
            var incident = classifier.Classify(example.Incident);
            Assert.InRange(incident.Causes.Length, 1, 3);
            Assert.InRange(incident.Components.Length, 0, 3);
            Assert.NotNull(incident.Trigger);
            Assert.Equal(incident.Causes.OrderByDescending(c => c.Probability), incident.Causes);
            Assert.All(incident.Causes.Concat(incident.Components), l => Assert.InRange(l.Probability, 0, 1));
        }
    }

    [Fact]
    public void What_reports_no_incident_gets_no_labels()
    {
        var minutes = Postmortem.Caused("The certificate had expired.") with { IsPostmortem = false };
        Assert.Same(minutes, classifier.Classify(minutes));
    }

    [Fact]
    public void A_category_of_the_teams_own_is_learned_from_its_cues_alone()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("taxonomy.yml", "causes:\n  - id: moonlight\n    description: The moon.\n    names: [full moon, moonlight]\n");
        var taxonomy = TaxonomyFile.Read(file);
        var own = IncidentClassifier.Train(ShippedClassifier.Corpus.Read(taxonomy), taxonomy);
        Assert.Equal("moonlight", own.Classify(Postmortem.Caused("It was the full moon, and the moonlight on the sensor.")).Causes[0].Category);
    }

    [Fact]
    public void A_cue_that_repeats_a_name_counts_once()
    {
        Assert.Equal(Certainty("moonrise"), Certainty("moonrise, full moon, full moons"));

        static double Certainty(string cues)
        {
            using var folder = new TemporaryFolder();
            var taxonomy = TaxonomyFile.Read(folder.Write("taxonomy.yml", $"causes:\n  - id: moonlight\n    description: The moon.\n    names: [full moon]\n    cues: [{cues}]\n"));
            var examples = Enumerable.Range(0, 6).Select(i => i % 2 == 0
                ? Postmortem.Labelled($"{i}.md", $"The full moon, {i} times.", "moonlight", "storage", "growth")
                : Postmortem.Labelled($"{i}.md", $"The disk was full, {i} times.", "capacity", "storage", "growth"));
            return IncidentClassifier.Train(examples, taxonomy).Classify(Postmortem.Caused("It was the full moon.")).Causes[0].Probability;
        }
    }
}
