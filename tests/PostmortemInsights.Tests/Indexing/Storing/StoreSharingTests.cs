using System.Globalization;
using PostmortemInsights.Indexing.Storing;

namespace PostmortemInsights.Tests.Indexing.Storing;

public sealed class StoreSharingTests : IDisposable
{
    private readonly StoreFixture _store = new();
    private int _state;

    public StoreSharingTests() => _store.Write("a.md", "Disk full");

    public void Dispose() => _store.Dispose();

    [Fact]
    public void A_second_writer_is_told_who_writes()
    {
        StoreBusyException? problem = null;

        _store.Ingest(_ => problem ??= Assert.Throws<StoreBusyException>(() =>
            Store.Ingest(_store.Directory, [_store.Corpus], _store.Pipeline(), cancellation: TestContext.Current.CancellationToken)));

        Assert.Equal(
            $"Process {Environment.ProcessId} is writing to the store in {_store.Directory}. Wait until it is done, or name another folder for the store.",
            problem?.Message);
        Assert.Equal(["a.md: Disk full"], _store.Contents());
    }

    [Fact]
    public async Task Writers_that_come_and_go_are_only_ever_busy()
    {
        _store.Ingest();

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => OnItsOwnThread(() => Enumerable.Range(0, 2000).Count(_ => TakesLock()))));

        Assert.InRange(taken.Sum(), 1, 16_000);
    }

    [Fact]
    public void The_lock_file_of_a_process_that_is_gone_blocks_nobody()
    {
        _store.Ingest();
        File.WriteAllText(_store.Folder["store/store.pid"], "999999");
        _store.Write("b.md", "Mail down");

        Assert.Equal(2, _store.Ingest().Count);
    }

    [Fact]
    public void An_open_store_keeps_its_state_while_it_is_replaced()
    {
        _store.Ingest();
        using var store = Store.Open(_store.Directory);
        _store.Write("a.md", "Something else entirely");
        _store.Ingest();
        _store.Write("a.md", "And again");
        _store.Ingest();

        Assert.Equal("Disk full", store.Read(0).Text);
        Assert.Equal(StoreFixture.IndexOf([store.Read(0)]), StoreFixture.ReadIndex(store));
        Assert.Equal(0, store.Find(store.Read(0).Source));
        Assert.Equal(["a.md: And again"], _store.Contents());
    }

    [Fact]
    public async Task Eight_readers_see_whole_states_while_two_writers_rewrite_it()
    {
        using var corpus = new ReaderWriterLockSlim();
        WriteState(0);
        _store.Ingest();
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 8).Select(_ => OnItsOwnThread(() => ReadStates(done.Token))).ToList();

        await Task.WhenAll(OnItsOwnThread(() => Rewrite(corpus, 20)), OnItsOwnThread(() => Rewrite(corpus, 20)));

        await done.CancelAsync();
        foreach (var states in await Task.WhenAll(readers))
            Assert.Equal(states.Order(), states);
        Assert.Equal(Enumerable.Repeat($"{_state}", 3), _store.Contents().Select(static line => line.Split(": ")[1]));
    }

    private bool TakesLock()
    {
        try
        {
            StoreLock.Take(_store.Directory).Dispose();
            return true;
        }
        catch (StoreBusyException)
        {
            return false;
        }
    }

    // Neither writer reads documents that the other is just changing.
    private int Rewrite(ReaderWriterLockSlim corpus, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Holding(corpus.EnterWriteLock, corpus.ExitWriteLock, () => WriteState(++_state));
            Holding(corpus.EnterReadLock, corpus.ExitReadLock, IngestInTurn);
        }

        return times;
    }

    // A failure must not leave the other writer waiting.
    private static void Holding(Action enter, Action exit, Action work)
    {
        enter();
        try
        {
            work();
        }
        finally
        {
            exit();
        }
    }

    // Loops that never wait would keep the pool's few threads from all others.
    private static Task<T> OnItsOwnThread<T>(Func<T> work) =>
        Task.Factory.StartNew(work, TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void IngestInTurn()
    {
        while (true)
        {
            try
            {
                _store.Ingest();
                return;
            }
            catch (StoreBusyException)
            {
                Thread.Sleep(1);
            }
        }
    }

    // Every document of a state says its number, so a mixture shows.
    private void WriteState(int state)
    {
        foreach (var name in new[] { "a.md", "b.md", "c.md" })
            _store.Write(name, state.ToString(CultureInfo.InvariantCulture), new DateTime(2024, 1, 1, 0, state, 0, DateTimeKind.Utc));
    }

    private List<int> ReadStates(CancellationToken done)
    {
        var states = new List<int>();
        do
        {
            using var store = Store.Open(_store.Directory);
            var texts = store.ReadAll(cancellation: CancellationToken.None).Select(static incident => incident.Text).Distinct(StringComparer.Ordinal);
            states.Add(int.Parse(Assert.Single(texts), CultureInfo.InvariantCulture));
        }
        while (!done.IsCancellationRequested);
        return states;
    }
}
