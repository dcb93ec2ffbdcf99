namespace PostmortemInsights.Tests.Cli;

public class ExportCommandTests
{
    [Fact]
    public void Six_tables_are_written_and_named()
    {
        using var folder = new TemporaryFolder();
        folder.Write("docs/a.md", Samples.CheckoutOutage);
        var run = Pmi.Run("export", folder["docs"], "--output", folder["tables"]);
        Assert.Equal(0, run.Status);
        var named = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            ["incidents.csv", "timeline.csv", "misleading_paths.csv", "action_items.csv", "causes.csv", "warnings.csv"],
            named.Select(Path.GetFileName));
        Assert.All(named, file => Assert.True(File.Exists(file)));
        Assert.Contains($": {string.Join(", ", named.Select(Path.GetFileName))}.", Pmi.Run("export", "--help").Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal(2, File.ReadAllLines(folder["tables/incidents.csv"]).Length);
    }

    [Fact]
    public void Without_a_folder_to_write_into_it_is_wrong_use() => Assert.Equal(2, Pmi.Run("export", "corpus").Status);

    [Fact]
    public void The_readme_names_every_column()
    {
        using var folder = new TemporaryFolder();
        folder.Write("docs/a.md", Samples.CheckoutOutage);
        Pmi.Run("export", folder["docs"], "--output", folder["tables"]);
        var readme = File.ReadAllText(Repository.Path("README.md"));
        foreach (var table in Directory.EnumerateFiles(folder["tables"]))
        {
            var columns = string.Join(", ", File.ReadLines(table).First().Split(',').Select(column => $"`{column}`"));
            Assert.Contains($"`{Path.GetFileName(table)}` |", readme, StringComparison.Ordinal);
            Assert.Contains(columns, readme, StringComparison.Ordinal);
        }
    }
}
