using PostmortemInsights.Cli;

namespace PostmortemInsights.Tests.Cli;

public class LabelCommandTests
{
    [Fact]
    public void A_label_is_added_and_replaced()
    {
        using var folder = new TemporaryFolder();
        var document = folder.Write("team/a.md", Samples.CheckoutOutage);
        folder.Write("labels.csv", "file,causes,components,trigger\n");

        Assert.Equal(0, Pmi.Run("label", document, "--cause", "capacity").Status);
        Assert.Equal(0, Pmi.Run("label", document, "--cause", "configuration", "--cause", "dependency", "--component", "load-balancer", "--trigger", "maintenance").Status);

        Assert.Equal("file,causes,components,trigger\nteam/a.md,configuration;dependency,load-balancer,maintenance\n", File.ReadAllText(folder["labels.csv"]));
    }

    [Fact]
    public void A_category_that_does_not_exist_changes_nothing()
    {
        using var folder = new TemporaryFolder();
        var document = folder.Write("a.md", Samples.CheckoutOutage);
        var run = Pmi.Run("label", document, "--cause", "gremlins");
        Assert.Equal(2, run.Status);
        Assert.Contains("gremlins", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["labels.csv"]));
    }

    [Fact]
    public void Nothing_is_trained_on_a_broken_labels_file()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.md", Samples.CheckoutOutage);
        folder.Write("labels.csv", "file,causes,components,trigger\na.md,gremlins,,unknown\nb.md,capacity,,unknown\n");
        var run = Pmi.Run("train", "--corpus", folder.Path);
        Assert.Equal(2, run.Status);
        Assert.Empty(run.Output);
        Assert.Contains("line 2", run.Error, StringComparison.Ordinal);
        Assert.Contains("line 3", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Documents_beside_a_broken_labels_file_are_still_read()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.md", Samples.CheckoutOutage);
        folder.Write("labels.csv", "file,causes,components,trigger\na.md,gremlins,,unknown\n");
        var run = Pmi.Run("parse", folder.Path, "--format", "jsonl");
        Assert.Equal(0, run.Status);
        Assert.Contains("line 2", run.Error, StringComparison.Ordinal);
        Assert.NotEmpty(run.JsonLines[0].GetProperty("causes").EnumerateArray());
    }

    [Theory]
    [InlineData("train")]
    [InlineData("parse", "a.md")]
    [InlineData("report", "a.md")]
    public void A_trainer_that_is_not_compiled_in_is_refused_with_the_way_to_get_it(string command, params string[] paths)
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.md", Samples.CheckoutOutage);
        var run = Pmi.Run([command, .. paths.Select(path => folder[path]), "--trainer", "mlnet"]);
        var isThere = Engines.Trainers.Contains("mlnet");
        Assert.Equal(isThere ? 0 : 2, run.Status);
        Assert.Equal(!isThere, run.Error.Contains("Build it with -p:UseMLNet=true on a NuGet feed that carries its packages", StringComparison.Ordinal));
    }

    [Fact]
    public void A_trainer_that_nobody_knows_is_refused()
    {
        var run = Pmi.Run("train", "--trainer", "oracle");
        Assert.Equal(2, run.Status);
        Assert.Contains("There is no trainer 'oracle'; there is built-in and mlnet.", run.Error, StringComparison.Ordinal);
    }
}
