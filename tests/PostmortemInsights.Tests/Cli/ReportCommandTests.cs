using System.Text;
using System.Text.Json;
using PostmortemInsights.Analyzing;
using PostmortemInsights.Indexing.Storing;
using PostmortemInsights.Reporting;

namespace PostmortemInsights.Tests.Cli;

public sealed class ReportCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public ReportCommandTests()
    {
        folder.Write("docs/checkout.md", Samples.CheckoutOutage);
        folder.Write("docs/disk.md", Samples.FullDisk);
        folder.Write("docs/minutes.txt", Samples.Minutes);
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("table", "Reliability review")]
    [InlineData("md", "# Reliability review")]
    [InlineData("json", "{")]
    public void A_report_comes_in_every_format(string format, string beginning)
    {
        var run = Pmi.Run("report", folder["docs"], "--format", format);
        Assert.Equal(0, run.Status);
        Assert.StartsWith(beginning, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_reports_what_its_records_say()
    {
        Assert.Equal(0, Pmi.Run("ingest", folder["docs"], "--store", folder["store"]).Status);
        using var store = Store.Open(folder["store"]);
        using var expected = new MemoryStream();
        ReviewJson.Write(ReliabilityReview.From(store.ReadAll(cancellation: TestContext.Current.CancellationToken), new ReviewOptions()), expected);

        var run = Pmi.Run("report", "--store", folder["store"], "--format", "json");

        Assert.Equal(Encoding.UTF8.GetString(expected.ToArray()), run.Output);
        Assert.Equal(run.Output, Pmi.Run("report", folder["docs"], "--format", "json").Output);
    }

    [Fact]
    public void A_quarter_takes_only_its_incidents()
    {
        var run = Pmi.Run("report", folder["docs"], "--quarter", "2024-Q2", "--format", "json");
        Assert.Equal(1, run.Json.GetProperty("coverage").GetProperty("incidents").GetInt32());
    }

    [Fact]
    public void Filters_take_only_what_they_name()
    {
        var run = Pmi.Run("report", folder["docs"], "--min-duration", "2h", "--format", "json");
        Assert.Equal(1, run.Json.GetProperty("coverage").GetProperty("incidents").GetInt32());
    }

    [Theory]
    [InlineData("--quarter", "2024-5")]
    [InlineData("--quarter", "2024-Q2", "--from", "2024")]
    [InlineData("--from", "soon")]
    [InlineData("--min-duration", "long")]
    [InlineData("--detected-by", "dog")]
    public void Options_that_make_no_sense_are_refused(params string[] options)
    {
        var run = Pmi.Run(["report", folder["docs"], .. options]);
        Assert.Equal(2, run.Status);
        Assert.Empty(run.Output);
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public void A_report_goes_to_the_file_that_is_named()
    {
        var run = Pmi.Run("report", folder["docs"], "--format", "json", "--output", folder["review.json"]);
        Assert.Equal(0, run.Status);
        Assert.Empty(run.Output);
        using var json = JsonDocument.Parse(File.ReadAllText(folder["review.json"]));
        Assert.Equal(["docs", "review.json"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_named()
    {
        var run = Pmi.Run("report", folder["docs"], "--output", folder["no/such/folder/review.txt"]);
        Assert.Equal(2, run.Status);
        Assert.Contains("review.txt", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_folder_gives_a_report_that_says_so()
    {
        Directory.CreateDirectory(folder["empty"]);
        var run = Pmi.Run("report", folder["empty"]);
        Assert.Equal(1, run.Status);
        Assert.StartsWith("Reliability review", run.Output, StringComparison.Ordinal);
        Assert.Contains("no documents", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_that_can_be_read_ends_with_1()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights there.");
        Directory.CreateDirectory(folder["broken"]);
        File.CreateSymbolicLink(folder["broken/gone.md"], folder["nowhere.md"]);
        var run = Pmi.Run("report", folder["broken"]);
        Assert.Equal(1, run.Status);
        Assert.Contains("The link leads nowhere", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_that_cannot_be_read_is_counted()
    {
        folder.Write("docs/big.md", new byte[(16 * 1024 * 1024) + 1]);
        var run = Pmi.Run("report", folder["docs"], "--format", "json");
        Assert.Equal(1, run.Status);
        Assert.Equal(1, run.Json.GetProperty("coverage").GetProperty("unread").GetInt32());
    }
}
