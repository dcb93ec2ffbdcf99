using FsCheck;
using FsCheck.Fluent;
using PostmortemInsights.Indexing.Storing;

namespace PostmortemInsights.Tests.Indexing.Storing;

public sealed class StoreTests : IDisposable
{
    private readonly StoreFixture _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public void An_ingest_makes_a_store_in_the_order_of_the_sources()
    {
        _store.Write("b.md", "# Mail down\n\nfor a day 😀");
        _store.Write("a.md", "# Disk full");

        var result = _store.Ingest();

        Assert.Equal((2, 2, 0, 0), (result.Count, result.Read, result.Unchanged, result.Removed));
        Assert.Equal(["a.md: # Disk full", "b.md: # Mail down\n\nfor a day 😀"], _store.Contents());
    }

    [Fact]
    public void Records_are_read_by_number_source_and_identifier_with_or_without_text()
    {
        _store.Write("a.md", "Disk full");
        var path = _store.Write("b.md", "Mail down");
        _store.Ingest();

        using var store = Store.Open(_store.Directory);

        Assert.Equal(("Mail down", "Mail down"), (store.Read(1).Title, store.Read(1).Text));
        Assert.Equal(("Mail down", ""), (store.Read(1, withText: false).Title, store.Read(1, withText: false).Text));
        Assert.Equal((1, 0, null), (store.Find(path), store.Find(store.Read(0).Id), store.Find("c.md")));
        Assert.Throws<ArgumentOutOfRangeException>(() => store.Read(2));
    }

    [Fact]
    public void A_second_run_reads_and_writes_nothing()
    {
        _store.Write("a.md", "Disk full");
        _store.Ingest();
        var steps = new List<string>();

        var result = _store.Ingest(steps.Add);

        Assert.Equal((1, 0, 1, 0), (result.Count, result.Read, result.Unchanged, result.Removed));
        Assert.Empty(_store.Parsed);
        Assert.Empty(steps);
    }

    [Fact]
    public void Only_what_is_new_or_has_changed_is_read_and_what_is_gone_goes()
    {
        foreach (var name in new[] { "a.md", "b.md", "c.md", "d.md" })
            _store.Write(name, "text of " + name);
        _store.Ingest();
        _store.Write("aa.md", "new");
        _store.Write("b.md", "longer text than before");
        _store.Write("c.md", "TEXT of c.md", DateTime.UtcNow);
        File.Delete(_store.Folder["corpus/d.md"]);

        var result = _store.Ingest();

        Assert.Equal((4, 3, 1, 1), (result.Count, result.Read, result.Unchanged, result.Removed));
        Assert.Equal(["aa.md", "b.md", "c.md"], _store.Parsed.Order(StringComparer.Ordinal));
        Assert.Equal(_store.Expected(), _store.Contents());
        Assert.Equal([0, -1, -1, -1], _store.PreviousOrdinals);
    }

    [Fact]
    public void A_new_time_on_the_same_content_parses_and_indexes_nothing()
    {
        var path = _store.Write("a.md", "Disk full");
        _store.Ingest();
        File.SetLastWriteTimeUtc(path, new DateTime(2024, 2, 2, 0, 0, 0, DateTimeKind.Utc));

        var result = _store.Ingest();

        Assert.Equal((0, 1), (result.Read, result.Unchanged));
        Assert.Empty(_store.Parsed);
        Assert.Equal(1, _store.IndexWrites);
        Assert.Equal(_store.Expected(), _store.Contents());
    }

    [Fact]
    public void A_change_within_the_clock_step_of_the_last_ingest_is_noticed()
    {
        var now = DateTime.UtcNow;
        _store.Write("a.md", "Disk full", now);
        _store.Ingest();
        _store.Write("a.md", "Disk FULL", now);

        Assert.Equal(1, _store.Ingest().Read);
        Assert.Equal(["a.md: Disk FULL"], _store.Contents());
    }

    [Fact]
    public void What_is_left_out_or_fails_is_said_each_time_and_the_rest_goes_on()
    {
        _store.Write("a.md", "Disk full");
        var table = _store.Write("labels.csv", "x");
        var dump = _store.Write("dump.txt", "\0\0\0");
        var bad = _store.Write("bad.md", "stumble");
        _store.Ingest();

        var result = _store.Ingest();

        Assert.Equal([(dump, "binary file"), (table, ".csv files are not read")], result.Skipped.Select(s => (s.Source, s.Reason)));
        var failure = Assert.Single(result.Failures);
        Assert.Equal((bad, "It could not be parsed (InvalidOperationException: stumbled). That is a defect of this program; please report it."), (failure.Source, failure.Message));
        Assert.Equal(["bad.md"], _store.Parsed);
        Assert.Equal(["a.md: Disk full"], _store.Contents());
    }

    [Fact]
    public void A_path_that_is_not_there_leaves_the_store_as_it_was()
    {
        _store.Write("a.md", "Disk full");
        _store.Ingest();
        Directory.Move(_store.Corpus, _store.Folder["moved"]);

        var result = _store.Ingest();

        Assert.Equal(1, result.Count);
        Assert.Equal("Nothing was found: the store is left as it was.", Assert.Single(result.Notes));
        Assert.Equal(["a.md: Disk full"], _store.Contents());
    }

    [Fact]
    public void An_empty_folder_gives_an_empty_store()
    {
        Directory.CreateDirectory(_store.Corpus);

        Assert.Equal(0, _store.Ingest().Count);
        Assert.Empty(_store.Contents());
    }

    [Fact]
    public void Another_parser_or_model_reads_everything_anew_and_says_so()
    {
        _store.Write("a.md", "Disk full");
        _store.Ingest();

        var result = _store.Ingest(pipeline: _store.Pipeline(version: "parser 2"));

        Assert.Equal("The parser or its model has changed since the last ingest: every document is read anew.", Assert.Single(result.Notes));
        Assert.Equal(1, result.Read);
        Assert.Equal("parser 2", Open(s => s.Pipeline));
    }

    [Fact]
    public void Another_engine_builds_the_index_anew_and_parses_nothing()
    {
        _store.Write("a.md", "Disk full");
        _store.Ingest();

        var result = _store.Ingest(pipeline: _store.Pipeline(engine: "lines 2"));

        Assert.Equal("The index is of the engine lines 1: it is built anew for lines 2.", Assert.Single(result.Notes));
        Assert.Equal((0, 2), (result.Read, _store.IndexWrites));
        Assert.Null(_store.PreviousOrdinals);
        Assert.Equal("lines 2", Open(s => s.Engine));
    }

    [Fact]
    public void Progress_tells_the_phase_and_how_many_of_how_many()
    {
        _store.Write("a.md", "Disk full");
        _store.Write("b.md", "Mail down");
        var progress = new Progress();

        Store.Ingest(_store.Directory, [_store.Corpus], _store.Pipeline(), progress, TestContext.Current.CancellationToken);

        Assert.Equal(
            [(IngestPhase.Reading, 1, 2), (IngestPhase.Reading, 2, 2), (IngestPhase.Indexing, 1, 2), (IngestPhase.Indexing, 2, 2)],
            progress.Reports.Where(static r => r.Phase != IngestPhase.Finding).Select(static r => (r.Phase, r.Done, r.Total)));
    }

    [Fact]
    public void The_same_documents_give_the_same_bytes()
    {
        foreach (var number in Enumerable.Range(0, 100))
            _store.Write($"{number}.md", $"Incident {number}");
        _store.Ingest();
        Store.Ingest(_store.Folder["again"], [_store.Corpus], _store.Pipeline(), cancellation: TestContext.Current.CancellationToken);

        foreach (var name in _store.Files().Where(static name => name != "store.pid"))
            Assert.Equal(File.ReadAllBytes(_store.Folder[$"store/{name}"]), File.ReadAllBytes(_store.Folder[$"again/{name}"]));
    }

    [Fact]
    public void Any_sequence_of_changes_gives_what_a_fresh_ingest_gives()
    {
        Prop.ForAll<byte[]>(changes =>
        {
            using var store = new StoreFixture();
            Directory.CreateDirectory(store.Corpus);
            foreach (var change in changes)
            {
                Apply(store, change);
                store.Ingest();
                Assert.Equal(store.Expected(), store.Contents());
                Assert.InRange(store.Files().Count(), 1, 15);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20).WithEndSize(25));
    }

    [Fact]
    public void Space_of_what_is_gone_is_given_back()
    {
        for (var number = 0; number < 20; number++)
            _store.Write($"{number}.md", "Disk full\n" + new string('x', 10_000));
        _store.Ingest();
        for (var number = 1; number < 20; number++)
            File.Delete(_store.Folder[$"corpus/{number}.md"]);

        _store.Ingest();

        Assert.InRange(_store.Files().Sum(name => new FileInfo(_store.Folder[$"store/{name}"]).Length), 10_000, 20_000);
        Assert.Equal(_store.Expected(), _store.Contents());
    }

    // Two bits say what is done, the others with which of 64 documents.
    private static void Apply(StoreFixture store, byte change)
    {
        var name = $"{change >> 2}.md";
        if ((change & 3) == 0)
            File.Delete(store.Folder[$"corpus/{name}"]);
        else
            store.Write(name, $"{new string('x', change)} {change & 3}", new DateTime(2024, 1, 1 + (change & 3), 0, 0, 0, DateTimeKind.Utc));
    }

    private T Open<T>(Func<Store, T> read)
    {
        using var store = Store.Open(_store.Directory);
        return read(store);
    }

    private sealed class Progress : IProgress<IngestProgress>
    {
        public List<IngestProgress> Reports { get; } = [];

        public void Report(IngestProgress value) => Reports.Add(value);
    }
}
