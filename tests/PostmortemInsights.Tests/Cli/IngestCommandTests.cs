namespace PostmortemInsights.Tests.Cli;

public class IngestCommandTests
{
    [Fact]
    public void A_second_run_reads_only_what_changed_and_removes_what_is_gone()
    {
        using var folder = new TemporaryFolder();
        folder.Write("docs/a.md", Samples.CheckoutOutage);
        var changing = folder.Write("docs/b.md", Samples.FullDisk);
        var going = folder.Write("docs/c.md", Samples.Minutes);
        var store = folder["store"];

        Assert.Contains("3 documents; 3 read, 0 unchanged, 0 removed, 0 failed", Pmi.Run("ingest", folder["docs"], "--store", store).Output, StringComparison.Ordinal);
        Assert.Contains("3 documents; 0 read, 3 unchanged, 0 removed, 0 failed", Pmi.Run("ingest", folder["docs"], "--store", store).Output, StringComparison.Ordinal);

        File.AppendAllText(changing, "\nThe report queue was slow again on Monday.\n");
        File.Delete(going);
        Assert.Contains("2 documents; 1 read, 1 unchanged, 1 removed, 0 failed", Pmi.Run("ingest", folder["docs"], "--store", store).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_team_calls_its_sections_counts_at_once()
    {
        using var folder = new TemporaryFolder();
        folder.Write("docs/a.md", "# Orders were refused\n\nOrders were refused for an hour on 2024-05-02.\n\n## Gardening\n- Alert on refused orders.\n");
        string[] export = ["export", folder["docs"], "--output", folder["tables"]];
        string Actions()
        {
            Assert.Equal(0, Pmi.Run(export).Status);
            return File.ReadAllText(folder["tables/action_items.csv"]);
        }

        Assert.DoesNotContain("Alert on", Actions(), StringComparison.Ordinal);
        folder.Write("docs/sections.yml", "actions: [Gardening]\n");
        Assert.Contains("Alert on", Actions(), StringComparison.Ordinal);

        folder.Write("docs/sections.yml", "actons: [Gardening]\n");
        var mistaken = Pmi.Run(export);
        Assert.Equal(2, mistaken.Status);
        Assert.Contains("sections.yml, line 1: 'actons' is none of actions,", mistaken.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_read_does_not_stop_the_others()
    {
        using var folder = new TemporaryFolder();
        folder.Write("docs/a.md", Samples.CheckoutOutage);
        folder.Write("docs/big.md", new byte[(16 * 1024 * 1024) + 1]);
        var run = Pmi.Run("ingest", folder["docs"], "--store", folder["store"]);
        Assert.Equal(1, run.Status);
        Assert.Contains("1 documents; 1 read", run.Output, StringComparison.Ordinal);
        Assert.Contains("big.md", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_corpus_is_not_touched()
    {
        using var folder = new TemporaryFolder();
        folder.Write("docs/a.md", Samples.CheckoutOutage);
        Pmi.Run("ingest", folder["docs"], "--store", folder["store"]);
        Pmi.Run("report", folder["docs"]);
        Assert.Equal([folder["docs/a.md"]], Directory.EnumerateFileSystemEntries(folder["docs"], "*", SearchOption.AllDirectories));
    }
}
