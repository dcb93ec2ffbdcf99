using System.Diagnostics;
using System.Globalization;
using PostmortemInsights.Indexing.Storing;

namespace PostmortemInsights.Tests.Indexing.Storing;

public sealed class StoreInterruptionTests : IDisposable
{
    private const string FolderVariable = "PMI_TEST_STORE_FOLDER";
    private const string StepVariable = "PMI_TEST_STOP_AT";

    private readonly StoreFixture _store = new();
    private readonly IReadOnlyList<string> _old;
    private readonly IReadOnlyList<string> _new;
    private readonly IReadOnlyList<string> _documents;

    public StoreInterruptionTests()
    {
        foreach (var number in Enumerable.Range(0, 5))
            _store.Write($"{number}.md", $"Incident {number}");
        _store.Ingest();
        _old = _store.Contents();
        _store.Write("1.md", "Changed");
        _store.Write("7.md", "New");
        File.Delete(_store.Folder["corpus/3.md"]);
        _new = _store.Expected();
        _documents = _store.Documents();
    }

    public void Dispose() => _store.Dispose();

    [Fact]
    public void A_failure_at_any_step_leaves_one_state_whole_and_nothing_behind()
    {
        var stops = 0;
        for (var hasStopped = true; hasStopped; stops++)
        {
            hasStopped = false;
            var left = stops;
            try
            {
                _store.Ingest(step => hasStopped = left-- == 0 ? throw new IOException($"No space left for {step}.") : false);
            }
            catch (StoreException problem)
            {
                hasStopped = true;
                Assert.Contains("could not be written: No space left for", problem.Message, StringComparison.Ordinal);
                Assert.Contains("The state before is intact.", problem.Message, StringComparison.Ordinal);
            }

            var contents = _store.Contents();
            Assert.True(contents.SequenceEqual(_old) || contents.SequenceEqual(_new));
            Assert.Empty(Store.Verify(_store.Directory));
            Assert.DoesNotContain("manifest.txt.tmp", _store.Files());
        }

        Assert.InRange(stops, 12, 30);
        Assert.Equal(_documents, _store.Documents());
        Assert.Equal(_new, _store.Contents());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(12)]
    public async Task A_process_killed_at_any_step_leaves_one_state_whole(int step)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var child = StartChild(step);
        while (!File.Exists(_store.Folder["reached"]) && !child.HasExited)
            await Task.Delay(10, cancellation);
        child.Kill();
        await child.WaitForExitAsync(cancellation);

        Assert.True(File.Exists(_store.Folder["reached"]), "The child ended before it reached the step.");
        var contents = _store.Contents();
        Assert.Equal(File.ReadAllText(_store.Folder["reached"]) == "sweep" ? _new : _old, contents);
        Assert.Empty(Store.Verify(_store.Directory));

        _store.Ingest();

        Assert.Equal(_documents, _store.Documents());
        Assert.Equal(_new, _store.Contents());
        Assert.Equal(8, _store.Files().Count());
    }

    /// <summary>What the child process runs: an ingest that waits for its end at one step.</summary>
    [Fact(Explicit = true)]
    public void Child_that_stops_at_a_step()
    {
        var folder = Environment.GetEnvironmentVariable(FolderVariable)!;
        var left = int.Parse(Environment.GetEnvironmentVariable(StepVariable)!, CultureInfo.InvariantCulture);
        var pipeline = _store.Pipeline() with { Parse = StoreFixture.IncidentOf };
        new Ingest(Path.Join(folder, "store"), pipeline, null, CancellationToken.None, Stop).Run([Path.Join(folder, "corpus")]);

        void Stop(string step)
        {
            if (left-- != 0)
                return;
            File.WriteAllText(Path.Join(folder, "reached.tmp"), step);
            File.Move(Path.Join(folder, "reached.tmp"), Path.Join(folder, "reached"));
            Thread.Sleep(Timeout.Infinite);
        }
    }

    [Fact]
    public void A_full_disk_is_said_and_leaves_the_old_state()
    {
        using var disk = new SmallDisk(_store.Folder["small"]);
        Assert.SkipUnless(disk.IsMounted, "No small file system can be mounted here.");
        var directory = Path.Join(disk.Path, "store");
        Ingest(directory);
        foreach (var number in Enumerable.Range(100, 100))
            _store.Write($"{number}.md", new string('x', 10_000));

        var problem = Assert.Throws<StoreException>(() => Ingest(directory));

        Assert.StartsWith($"The store in {directory} could not be written: ", problem.Message, StringComparison.Ordinal);
        Assert.Empty(Store.Verify(directory));
        using var store = Store.Open(directory);
        Assert.Equal(5, store.Count);
    }

    [Fact]
    public void Cancelling_leaves_the_old_state()
    {
        using var cancellation = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(() => _store.Ingest(_ => cancellation.Cancel(), cancellation: cancellation.Token));

        Assert.Equal(_old, _store.Contents());
        Assert.Equal(7, _store.Files().Count());
    }

    private IngestResult Ingest(string directory) =>
        Store.Ingest(directory, [_store.Corpus], _store.Pipeline(), cancellation: TestContext.Current.CancellationToken);

    private Process StartChild(int step)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(StoreInterruptionTests).Assembly.Location);
        foreach (var argument in new[] { "-explicit", "only", "-method", $"{typeof(StoreInterruptionTests).FullName}.{nameof(Child_that_stops_at_a_step)}" })
            start.ArgumentList.Add(argument);
        start.Environment[FolderVariable] = _store.Folder.Path;
        start.Environment[StepVariable] = step.ToString(CultureInfo.InvariantCulture);
        return Process.Start(start)!;
    }

    /// <summary>A file system of 128 KiB in memory, where the system lets one mount it.</summary>
    private sealed class SmallDisk : IDisposable
    {
        public SmallDisk(string path)
        {
            Path = path;
            Directory.CreateDirectory(path);
            IsMounted = OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", path);
        }

        public string Path { get; }

        public bool IsMounted { get; }

        public void Dispose()
        {
            if (IsMounted)
                Run("umount", Path);
        }

        private static bool Run(string program, params string[] arguments)
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true });
            process!.WaitForExit();
            return process.ExitCode == 0;
        }
    }
}
