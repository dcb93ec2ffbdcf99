using System.Text;

namespace PostmortemInsights.Tests.Cli;

public class ParseCommandTests
{
    [Fact]
    public void Json_lines_hold_a_record_a_document_in_the_order_of_the_paths()
    {
        using var folder = new TemporaryFolder();
        folder.Write("b.md", Samples.FullDisk);
        folder.Write("a/z.md", Samples.CheckoutOutage);
        folder.Write("c.txt", Samples.Minutes);

        var run = Pmi.Run("parse", folder.Path, "--format", "jsonl");

        Assert.Equal(0, run.Status);
        Assert.Equal(["a/z.md", "b.md", "c.txt"], run.JsonLines.Select(record => Path.GetRelativePath(folder.Path, record.GetProperty("source").GetString()!)));
        Assert.Equal([true, true, false], run.JsonLines.Select(record => record.GetProperty("isPostmortem").GetBoolean()));
    }

    [Fact]
    public void A_record_has_every_field_of_the_contract()
    {
        using var folder = new TemporaryFolder();
        var record = Pmi.Run("parse", folder.Write("a.md", Samples.CheckoutOutage), "--format", "jsonl").JsonLines[0];

        string[] fields =
        [
            "source", "id", "isPostmortem", "title", "start", "end", "dateAmbiguous", "timeZone", "durationMinutes", "statedDurationMinutes",
            "usersAffectedPercent", "detectionMethod", "detectedAt", "timeline", "misleadingPaths", "escalated", "rootCause", "causes",
            "components", "trigger", "resolution", "actionItems", "contradictions", "spans", "warnings",
        ];
        Assert.Empty(fields.Except(record.EnumerateObject().Select(property => property.Name), StringComparer.Ordinal));
        Assert.Equal("Checkout answers 502 after the gateway upgrade", record.GetProperty("title").GetString());
        Assert.Equal("2024-06-04T14:00+00:00", record.GetProperty("start").GetString());
        Assert.Equal(90, record.GetProperty("durationMinutes").GetDouble());
        Assert.All(record.GetProperty("causes").EnumerateArray(), cause => Assert.InRange(cause.GetProperty("probability").GetDouble(), 0, 1));
    }

    [Fact]
    public void Json_is_one_array()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.md", Samples.CheckoutOutage);
        folder.Write("b.md", Samples.FullDisk);
        Assert.Equal(2, Pmi.Run("parse", folder.Path, "--format", "json").Json.GetArrayLength());
    }

    [Fact]
    public void The_same_documents_give_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.md", Samples.CheckoutOutage);
        folder.Write("b.md", Samples.FullDisk);
        Assert.Equal(Pmi.Run("parse", folder.Path, "--format", "jsonl").Output, Pmi.Run("parse", folder.Path, "--format", "jsonl").Output);
    }

    [Fact]
    public void A_document_that_cannot_be_read_is_reported_and_the_others_are_read()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.md", Samples.CheckoutOutage);
        folder.Write("b.md", new byte[(16 * 1024 * 1024) + 1]);
        folder.Write("c.md", Samples.FullDisk);

        var run = Pmi.Run("parse", folder.Path, "--format", "jsonl");

        Assert.Equal(1, run.Status);
        Assert.Equal(3, run.JsonLines.Length);
        Assert.Equal(["source", "error"], run.JsonLines[1].EnumerateObject().Select(property => property.Name));
        Assert.Contains("16 MiB", run.Error, StringComparison.Ordinal);
        Assert.Contains("b.md", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_path_beside_others_is_reported_and_the_others_are_read()
    {
        using var folder = new TemporaryFolder();
        var run = Pmi.Run("parse", folder["gone.md"], folder.Write("a.md", Samples.CheckoutOutage), "--format", "jsonl");
        Assert.Equal(1, run.Status);
        Assert.Equal(2, run.JsonLines.Length);
        Assert.Contains("gone.md", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_any_path_that_exists_nothing_begins()
    {
        using var folder = new TemporaryFolder();
        var run = Pmi.Run("parse", folder["gone"]);
        Assert.Equal(2, run.Status);
        Assert.Empty(run.Output);
        Assert.Contains("There is no file or folder", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_folder_is_said_to_be_empty()
    {
        using var folder = new TemporaryFolder();
        var run = Pmi.Run("parse", folder.Path, "--format", "jsonl");
        Assert.Equal(1, run.Status);
        Assert.Empty(run.Output);
        Assert.Contains("no documents", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Hidden_and_binary_files_are_left_out_with_a_note()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.md", Samples.CheckoutOutage);
        folder.Write(".secret.md", Samples.FullDisk);
        folder.Write("core.txt", [0, 1, 2, 3, 0, 0, 0, 255, 254, 0, 1]);

        var run = Pmi.Run("parse", folder.Path, "--format", "jsonl");

        Assert.Equal(0, run.Status);
        Assert.Single(run.JsonLines);
        Assert.Contains("left out (hidden file)", run.Error, StringComparison.Ordinal);
        Assert.Contains("left out (binary file)", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Results_are_utf8_without_a_byte_order_mark()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.md", Samples.CheckoutOutage.Replace("Checkout answers", "Käse-Checkout ☕ answers", StringComparison.Ordinal));
        var run = Pmi.Run("parse", folder.Path, "--format", "jsonl");
        Assert.StartsWith("{", run.Output, StringComparison.Ordinal);
        Assert.Contains("Käse-Checkout ☕", run.Output, StringComparison.Ordinal);
        Assert.Equal(-1, Encoding.UTF8.GetBytes(run.Output).AsSpan().IndexOf((byte)'\r'));
    }
}
