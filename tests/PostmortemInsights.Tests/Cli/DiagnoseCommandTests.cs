namespace PostmortemInsights.Tests.Cli;

public sealed class DiagnoseCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public DiagnoseCommandTests() => folder.Write("docs/checkout.md", Samples.CheckoutOutage);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_finding_names_its_incidents()
    {
        var run = Pmi.Run("diagnose", "checkout", "502", "--corpus", folder["docs"], "--format", "json");
        Assert.Equal(0, run.Status);
        foreach (var list in (string[])["causes", "ruleOut", "fixes", "escalations"])
            Assert.All(run.Json.GetProperty(list).EnumerateArray(), finding => Assert.NotEmpty(finding.GetProperty("incidents").EnumerateArray()));
        Assert.Equal("rolled back", run.Json.GetProperty("fixes")[0].GetProperty("what").GetString());
    }

    [Fact]
    public void Too_little_evidence_is_said()
    {
        var run = Pmi.Run("diagnose", "checkout", "502", "--corpus", folder["docs"]);
        Assert.Equal(0, run.Status);
        Assert.Contains("Only one past incident resembles this", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Symptoms_that_nobody_had_end_with_1() =>
        Assert.Equal(1, Pmi.Run("diagnose", "zeppelin", "--corpus", folder["docs"]).Status);
}
