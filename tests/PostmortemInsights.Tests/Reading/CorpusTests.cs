using PostmortemInsights.Reading;

namespace PostmortemInsights.Tests.Reading;

public sealed class CorpusTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_is_walked_in_ordinal_order_of_the_relative_path()
    {
        foreach (var name in new[] { "b.md", "a/z.txt", "a.md", "a-1/x", "B.md", "a/b/c.html" })
            _folder.Write(name, "text");

        Assert.Equal(["B.md", "a-1/x", "a.md", "a/b/c.html", "a/z.txt", "b.md"], Relative(Read(_folder.Path)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public void The_source_is_the_path_as_given_with_the_relative_one(string slash)
    {
        _folder.Write("in/a.md", "text");

        Assert.Equal([_folder.Path + "/in/a.md"], Read(_folder.Path + slash).Select(r => r.Source));
    }

    [Theory]
    [InlineData(".hidden.md", "hidden file")]
    [InlineData("labels.csv", ".csv files are not read")]
    [InlineData("photo.JPG", ".jpg files are not read")]
    public void Files_of_other_kinds_are_left_out_with_a_note(string name, string reason)
    {
        _folder.Write(name, "text");

        Assert.Equal(new ReadSkipped(_folder[name], reason), Assert.Single(Read(_folder.Path)));
    }

    [Theory]
    [InlineData("a.txt", DocumentFormat.PlainText)]
    [InlineData("a.md", DocumentFormat.Markdown)]
    [InlineData("a.MARKDOWN", DocumentFormat.Markdown)]
    [InlineData("a.rst", DocumentFormat.RestructuredText)]
    [InlineData("a.htm", DocumentFormat.Html)]
    [InlineData("a.html", DocumentFormat.Html)]
    [InlineData("postmortem", DocumentFormat.PlainText)]
    [InlineData("outage of release 2.1", DocumentFormat.PlainText)]
    public void The_name_tells_the_format(string name, DocumentFormat format)
    {
        _folder.Write(name, "text");

        Assert.Equal(format, Document(Assert.Single(Read(_folder.Path))).Format);
    }

    [Fact]
    public void A_page_without_an_ending_is_known_by_its_first_tag()
    {
        _folder.Write("page", "\n<!DOCTYPE html><p>down</p>");

        Assert.Equal(DocumentFormat.Html, Document(Assert.Single(Read(_folder.Path))).Format);
    }

    [Theory]
    [InlineData("---\ntitle: Mail was late\n---\n\n<p>Mail was late.<br>It is not now.</p>\n", DocumentFormat.Html)]
    [InlineData("<div><p>Mail was late.</p></div>\n\n<p>It is not now.</p>", DocumentFormat.Html)]
    [InlineData("<p align=center>Mail was late</p>\n\n# What happened\n\n<br>", DocumentFormat.Markdown)]
    [InlineData("<p>Mail was late.</p>\nIt is not now.", DocumentFormat.Markdown)]
    [InlineData("---\ntitle: Mail was late\n---\n", DocumentFormat.Markdown)]
    public void A_page_of_HTML_that_bears_the_name_of_Markdown_is_read_as_HTML(string text, DocumentFormat format)
    {
        _folder.Write("mail.md", text);

        Assert.Equal(format, Document(Assert.Single(Read(_folder.Path))).Format);
    }

    [Fact]
    public void Hidden_folders_are_left_out_with_one_note()
    {
        _folder.Write(".git/a.md", "text");
        _folder.Write(".git/b.md", "text");

        Assert.Equal(new ReadSkipped(_folder[".git"], "hidden folder"), Assert.Single(Read(_folder.Path)));
    }

    [Theory]
    [InlineData(".hidden.md")]
    [InlineData("notes.adoc")]
    public void A_file_that_is_named_itself_is_read_whatever_its_name(string name)
    {
        var path = _folder.Write(name, "text");

        Assert.Equal("text", Document(Assert.Single(Read(path))).Text);
    }

    [Theory]
    [InlineData(new byte[] { (byte)'a', 0, (byte)'b', (byte)'c', (byte)'d', (byte)'e' })]
    [InlineData(new byte[] { 1, 2, 3, (byte)'a', (byte)'b', 5, 6 })]
    public void Binary_files_are_left_out_with_a_note(byte[] bytes)
    {
        var path = _folder.Write("dump.txt", bytes);

        Assert.Equal(new ReadSkipped(path, "binary file"), DocumentReader.Read(path));
    }

    [Fact]
    public void A_missing_path_fails_and_the_others_are_read()
    {
        var path = _folder.Write("a.md", "text");

        var results = Read(_folder["no such file"], path).ToList();

        var failure = Assert.IsType<ReadFailure>(results[0]);
        Assert.Equal(_folder["no such file"], failure.Source);
        Assert.Equal("There is no such file or folder. Check the spelling and the folder you are in.", failure.Message);
        Assert.IsType<ReadDocument>(results[1]);
    }

    [Fact]
    public void A_file_that_vanishes_between_finding_and_reading_fails()
    {
        var path = _folder.Write("a.md", "text");
        var found = Assert.IsType<FoundFile>(Assert.Single(Find(_folder.Path)));
        File.Delete(path);

        Assert.Equal(new ReadFailure(path, "It was there a moment ago and is gone. Run again."), DocumentReader.Read(found));
    }

    [Fact]
    public void A_file_without_permission_fails_and_says_what_to_do()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "This user may read every file.");
        var path = _folder.Write("a.md", "text");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.None);

        Assert.Equal(
            new ReadFailure(path, "There is no permission to read it. Give yourself the right to read it, or leave it out."),
            DocumentReader.Read(path));
    }

    [Fact]
    public void A_file_over_the_limit_is_reported_and_left_out()
    {
        var atLimit = _folder.Write("a.txt", new byte[DocumentReader.MaximumSize]);
        var over = _folder.Write("b.txt", new byte[DocumentReader.MaximumSize + 1]);

        Assert.IsType<ReadSkipped>(DocumentReader.Read(atLimit));
        Assert.Equal(
            "It has 16.0 MiB, and files over 16 MiB are left out. Split it, or cut logs out of it.",
            Assert.IsType<ReadFailure>(DocumentReader.Read(over)).Message);
    }

    [Fact]
    public void A_file_that_the_system_refuses_fails_and_says_why()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The file is Linux's own.");

        var failure = Assert.IsType<ReadFailure>(DocumentReader.Read("/proc/self/mem"));

        Assert.StartsWith("It can't be read: ", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith(". Check the disk or the network share and run again.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_is_a_document_if_it_is_named_and_a_note_if_it_is_found()
    {
        var path = _folder.Write("a.md", "");

        Assert.Equal("", Document(DocumentReader.Read(path)).Text);
        Assert.Equal(new ReadSkipped(path, "empty file"), Assert.Single(Read(_folder.Path)));
    }

    [Fact]
    public void A_pipe_in_a_folder_is_not_waited_for()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such pipes.");
        using (var make = System.Diagnostics.Process.Start("mkfifo", _folder["pipe"]))
            make.WaitForExit();

        Assert.Equal(new ReadSkipped(_folder["pipe"], "empty file"), Assert.Single(Read(_folder.Path)));
    }

    [Fact]
    public void Finding_tells_size_and_time_without_opening()
    {
        var path = _folder.Write("a.md", "text");
        var time = new DateTime(2024, 6, 1, 2, 3, 4, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(path, time);

        Assert.Equal(new FoundFile(path, path, 4, time), Assert.Single(Find(_folder.Path)));
    }

    [Fact]
    public void Nothing_is_found_twice_however_it_is_named()
    {
        var path = _folder.Write("in/a.md", "text");

        var results = Find(path, _folder["in"], _folder.Path).ToList();

        Assert.IsType<FoundFile>(results[0]);
        Assert.Equal([$"the same file as {path}", $"the same folder as {_folder["in"]}"], results.Skip(1).Select(r => Assert.IsType<ReadSkipped>(r).Reason));
    }

    [Fact]
    public void Finding_is_lazy_and_can_be_repeated()
    {
        _folder.Write("a.md", "text");
        var found = Find(_folder.Path);

        _folder.Write("b.md", "text");

        Assert.Equal(["a.md", "b.md"], Relative(found));
        Assert.Equal(["a.md", "b.md"], Relative(found));
    }

    [Fact]
    public void Cancelling_stops_between_two_files()
    {
        _folder.Write("a.md", "text");
        _folder.Write("b.md", "text");
        using var cancellation = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (var _ in Corpus.Read([_folder.Path], cancellation.Token))
                cancellation.Cancel();
        });
    }

    [Fact]
    public void Links_are_followed_but_never_in_a_circle()
    {
        using var elsewhere = new TemporaryFolder();
        elsewhere.Write("far.md", "text");
        Directory.CreateSymbolicLink(elsewhere["back"], _folder.Path);
        _folder.Write("in/a.md", "text");
        Directory.CreateSymbolicLink(_folder["in/up"], _folder.Path);
        Directory.CreateSymbolicLink(_folder["in/self"], _folder["in/self"]);
        Directory.CreateSymbolicLink(_folder["in/root"], "/");
        Directory.CreateSymbolicLink(_folder["out"], elsewhere.Path);
        Directory.CreateSymbolicLink(_folder["out2"], elsewhere.Path);

        var results = Read(_folder.Path).ToList();

        Assert.Equal(["in/a.md", "out/far.md"], Relative(results.OfType<ReadDocument>()));
        Assert.Equal(["in/root", "in/up", "out/back", "out2"], Relative(results.OfType<ReadSkipped>()));
        Assert.Equal(["in/self"], Relative(results.OfType<ReadFailure>()));
    }

    [Fact]
    public void A_link_to_a_file_is_read_once_and_a_broken_one_fails()
    {
        _folder.Write("b.md", "text");
        File.CreateSymbolicLink(_folder["a.md"], "b.md");
        File.CreateSymbolicLink(_folder["c.md"], "gone.md");

        var results = Read(_folder.Path).ToList();

        Assert.Equal("text", Document(results[0]).Text);
        Assert.Equal(new ReadSkipped(_folder["b.md"], $"the same file as {_folder["a.md"]}"), results[1]);
        Assert.Equal(new ReadFailure(_folder["c.md"], "The link leads nowhere. Mend or delete it."), results[2]);
    }

    private static IEnumerable<ReadResult> Find(params string[] paths) => Corpus.Find(paths, TestContext.Current.CancellationToken);

    private static IEnumerable<ReadResult> Read(params string[] paths) => Corpus.Read(paths, TestContext.Current.CancellationToken);

    private IEnumerable<string> Relative(IEnumerable<ReadResult> results) => results.Select(r => r.Source[(_folder.Path.Length + 1)..]);

    private static SourceDocument Document(ReadResult result) => Assert.IsType<ReadDocument>(result).Document;
}
