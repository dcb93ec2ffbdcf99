using PostmortemInsights.Analyzing;

namespace PostmortemInsights.Tests.Analyzing;

public class DiagnosisTests
{
    [Fact]
    public void Causes_weigh_what_the_scores_of_their_incidents_weigh()
    {
        var diagnosis = Of((10, "capacity"), (8, "configuration"), (7, "configuration"));
        Assert.Equal(["configuration", "capacity"], diagnosis.Causes.Select(cause => cause.What));
        Assert.Equal(0.6, diagnosis.Causes[0].Weight, 1e-9);
        Assert.Equal([1, 2], diagnosis.Causes[0].Behind.Select(citation => citation.Neighbour));
    }

    [Fact]
    public void Incidents_far_behind_the_nearest_do_not_count() =>
        Assert.Equal(2, Of((10, "capacity"), (6, "capacity"), (5.9, "data")).Nearest.Length);

    [Fact]
    public void Documents_that_report_no_incident_do_not_count()
    {
        var template = Sample.Incident("template.md") with { IsPostmortem = false };
        var diagnosis = Diagnosis.From([new Neighbour(template, 9), new Neighbour(Sample.Incident("a.md", cause: "data"), 3)]);
        Assert.Equal(["a.md"], diagnosis.Nearest.Select(neighbour => neighbour.Incident.Source));
    }

    [Fact]
    public void Wrong_turns_are_counted_with_what_they_cost_and_what_it_was()
    {
        var diagnosis = Diagnosis.From(
        [
            new Neighbour(Sample.Incident("a.md", cause: "configuration").Misled("network", 30).Misled("network", 10), 5),
            new Neighbour(Sample.Incident("b.md", cause: "capacity").Misled("network", null).Misled(null, 60), 5),
        ]);
        var network = diagnosis.RuleOut[0];
        Assert.Equal(("network", 3, 2, 20.0, 40.0), (network.Hypothesis, network.Turns, network.Timed, network.MedianMinutes, network.TotalMinutes));
        Assert.Equal(["capacity", "configuration"], network.TurnedOutToBe.Select(cause => cause.Name));
        Assert.Equal("unknown", diagnosis.RuleOut[1].Hypothesis);
    }

    [Theory]
    [InlineData("We rolled the release back.", "rolled back")]
    [InlineData("Reverting to the previous version helped.", "rolled back")]
    [InlineData("The firewall rule was corrected.", "configuration corrected")]
    [InlineData("Restarting the pods brought it back", "restarted")]
    [InlineData("The certificate was renewed.", "renewed or rotated")]
    [InlineData("Traffic was switched to the standby.", "failed over")]
    [InlineData("It resolved itself after an hour.", "went away by itself")]
    [InlineData("A stern talk.", "something else")]
    public void Fixes_are_told_by_their_words(string resolution, string fix)
    {
        var diagnosis = Diagnosis.From([new Neighbour(Sample.Incident("a.md") with { Resolution = resolution }, 1)]);
        Assert.Contains(fix, diagnosis.Fixes.Select(finding => finding.What));
    }

    [Theory]
    [InlineData("10:40 The incident was escalated to the database team for help.", "database team")]
    [InlineData("We raised it with Acme Support, who found it.", "acme support")]
    [InlineData("It was handed over to our network engineers at noon.", "network engineers")]
    public void Escalations_name_whom_they_reached(string text, string whom)
    {
        var incident = Sample.Incident("a.md", text: text) with { Escalated = true };
        Assert.Equal([whom], Diagnosis.From([new Neighbour(incident, 1)]).Escalations.Select(finding => finding.What));
    }

    [Fact]
    public void Too_little_evidence_is_said()
    {
        Assert.Contains("Only one", Of((1, "data")).Caveats[0], StringComparison.Ordinal);
        Assert.Contains("Only few", Of((1, "data"), (1, "data")).Caveats[0], StringComparison.Ordinal);
        Assert.Contains("No cause stands out", Of((1, "data"), (1, "network"), (1, "capacity")).Caveats[0], StringComparison.Ordinal);
        Assert.Empty(Of((1, "data"), (1, "data"), (1, "network")).Caveats);
        Assert.Empty(Diagnosis.From([]).Nearest);
    }

    private static Diagnosis Of(params (double Score, string Cause)[] neighbours) =>
        Diagnosis.From(neighbours.Select((n, i) => new Neighbour(Sample.Incident(Sample.Name(i), cause: n.Cause), n.Score)));
}
