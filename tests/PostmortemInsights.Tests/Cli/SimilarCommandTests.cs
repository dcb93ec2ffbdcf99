namespace PostmortemInsights.Tests.Cli;

public sealed class SimilarCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public SimilarCommandTests()
    {
        folder.Write("docs/checkout.md", Samples.CheckoutOutage);
        folder.Write("docs/again.md", Samples.CheckoutOutage.Replace("4 June", "9 July", StringComparison.Ordinal));
        folder.Write("docs/disk.md", Samples.FullDisk);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_incident_of_the_store_is_compared_with_the_others()
    {
        var id = Pmi.Run("parse", folder["docs/checkout.md"], "--format", "jsonl").JsonLines[0].GetProperty("id").GetString()!;
        var run = Pmi.Run("similar", folder["docs/checkout.md"], "--corpus", folder["docs"], "--format", "json");
        Assert.Equal(0, run.Status);
        Assert.Equal(id, run.Json.GetProperty("id").GetString());
        var first = run.Json.GetProperty("hits")[0];
        Assert.EndsWith("again.md", first.GetProperty("source").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(first.GetProperty("alike").GetProperty("symptoms").GetString()!);
        Assert.Equal(run.Output, Pmi.Run("similar", id, "--corpus", folder["docs"], "--format", "json").Output);
    }

    [Fact]
    public void Any_file_can_be_compared()
    {
        var draft = folder.Write("draft.txt", "The checkout page answers 502 since this morning's gateway upgrade.");
        var run = Pmi.Run("similar", draft, "--corpus", folder["docs"], "--limit", "1");
        Assert.Equal(0, run.Status);
        Assert.Contains("Checkout answers 502", run.Output, StringComparison.Ordinal);
        Assert.Contains("alike in symptoms:", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_neither_an_incident_nor_a_file_is_refused()
    {
        var run = Pmi.Run("similar", "nothing", "--corpus", folder["docs"]);
        Assert.Equal(2, run.Status);
        Assert.Contains("no incident 'nothing'", run.Error, StringComparison.Ordinal);
    }
}
