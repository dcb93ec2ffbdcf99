using System.Diagnostics;

namespace PostmortemInsights.Tests.Cli;

public class ProcessTests
{
    [Fact]
    public void Results_and_notes_go_to_their_own_streams()
    {
        using var folder = new TemporaryFolder();
        folder.Write("docs/a.md", Samples.CheckoutOutage);
        folder.Write("docs/.hidden.md", Samples.FullDisk);
        using var pmi = Pmi.Start(folder.Path, "parse", "docs", "--format", "jsonl");
        var (output, error) = ReadAll(pmi);
        Assert.Equal(0, pmi.ExitCode);
        Assert.StartsWith("{\"source\":\"docs/a.md\"", output, StringComparison.Ordinal);
        Assert.Equal("pmi: left out (hidden file): docs/.hidden.md\n", error);
    }

    [Fact]
    public void The_store_is_in_the_folder_where_one_stands()
    {
        using var folder = new TemporaryFolder();
        folder.Write("docs/a.md", Samples.CheckoutOutage);
        using (var ingest = Pmi.Start(folder.Path, "ingest", "docs"))
            ReadAll(ingest);
        using var search = Pmi.Start(folder.Path, "search", "checkout");
        var (output, _) = ReadAll(search);
        Assert.Equal(0, search.ExitCode);
        Assert.Contains("docs/a.md", output, StringComparison.Ordinal);
        Assert.True(Directory.Exists(folder[".pmi"]));
    }

    [Fact]
    public void A_reader_that_goes_away_ends_the_run_quietly()
    {
        using var folder = new TemporaryFolder();
        foreach (var number in Enumerable.Range(0, 200))
            folder.Write($"docs/{number}.md", Samples.CheckoutOutage);
        using var pmi = Pmi.Start(folder.Path, "parse", "docs", "--format", "jsonl");
        pmi.StandardOutput.ReadLine();
        pmi.StandardOutput.Close();
        var error = pmi.StandardError.ReadToEnd();
        pmi.WaitForExit();
        Assert.Equal(0, pmi.ExitCode);
        Assert.Empty(error);
    }

    [Theory]
    [InlineData("2>&-")]
    [InlineData("2>/dev/full")]
    public void Results_come_also_where_notes_cannot_be_written(string redirection)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Streams are redirected by sh.");
        using var folder = new TemporaryFolder();
        folder.Write("docs/a.md", Samples.CheckoutOutage);
        folder.Write("docs/.hidden.md", Samples.FullDisk);
        using var pmi = Pmi.StartRedirected(redirection, folder.Path, "search", "checkout", "zzqqxx", "--corpus", "docs");
        var (output, _) = ReadAll(pmi);
        Assert.Equal(0, pmi.ExitCode);
        Assert.Contains("docs/a.md", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(">&-")]
    [InlineData(">/dev/full")]
    public void Results_that_cannot_be_written_are_an_error_that_says_so(string redirection)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Streams are redirected by sh.");
        using var folder = new TemporaryFolder();
        folder.Write("docs/a.md", Samples.CheckoutOutage);
        using var pmi = Pmi.StartRedirected(redirection, folder.Path, "parse", "docs");
        var (_, error) = ReadAll(pmi);
        Assert.Equal(2, pmi.ExitCode);
        Assert.StartsWith("pmi: standard output can't be written", error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupt_ends_with_130_and_leaves_no_half_of_a_store()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent with kill.");
        using var folder = new TemporaryFolder();
        foreach (var number in Enumerable.Range(0, 2000))
            folder.Write($"docs/{number}.md", Samples.CheckoutOutage + number);
        using var pmi = Pmi.Start(folder.Path, "ingest", "docs");
        SpinWait.SpinUntil(() => Directory.Exists(folder[".pmi"]) || pmi.HasExited);
        using (var kill = Process.Start("kill", ["-INT", $"{pmi.Id}"]))
            kill.WaitForExit();
        var (_, error) = ReadAll(pmi);
        Assert.Equal(130, pmi.ExitCode);
        Assert.Contains("interrupted", error, StringComparison.Ordinal);
        Assert.Equal(2, Pmi.Run("search", "checkout", "--store", folder[".pmi"]).Status);
        Assert.Equal(0, Pmi.Run("ingest", folder["docs"], "--store", folder[".pmi"]).Status);
    }

    private static (string Output, string Error) ReadAll(Process process)
    {
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (output, error.Result);
    }
}
