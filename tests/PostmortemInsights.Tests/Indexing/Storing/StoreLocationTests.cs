using PostmortemInsights.Indexing.Storing;

namespace PostmortemInsights.Tests.Indexing.Storing;

public sealed class StoreLocationTests : IDisposable
{
    private readonly TemporaryFolder _cache = new();

    public void Dispose() => _cache.Dispose();

    [Fact]
    public void The_same_paths_have_the_same_place_in_the_cache_and_others_another()
    {
        var place = StoreLocation.ForCorpus(["docs", "more"], _cache.Path);

        Assert.Equal(_cache["postmortem-insights"], Path.GetDirectoryName(place));
        Assert.Equal(place, StoreLocation.ForCorpus(["docs/", "more"], _cache.Path));
        Assert.NotEqual(place, StoreLocation.ForCorpus(["docs"], _cache.Path));
        Assert.NotEqual(place, StoreLocation.ForCorpus([Path.GetFullPath("docs"), Path.GetFullPath("more")], _cache.Path));
        Assert.Empty(Directory.GetFileSystemEntries(_cache["postmortem-insights"]));
    }

    [Fact]
    public void Without_a_cache_that_can_be_written_it_lies_with_the_temporary_files()
    {
        var noFolder = _cache.Write("file", "");

        Assert.StartsWith(Path.Join(Path.GetTempPath(), "postmortem-insights-"), StoreLocation.ForCorpus(["docs"], noFolder), StringComparison.Ordinal);
    }

    [Fact]
    public void Stores_that_nobody_asks_for_ninety_days_are_deleted_and_nothing_else()
    {
        var cache = _cache["postmortem-insights"];
        var now = new DateTime(2024, 6, 1, 0, 0, 0, DateTimeKind.Utc);
        foreach (var (name, age) in new[] { ("old", 91), ("used", 89), ("busy", 91) })
        {
            StoreLock.Take(Path.Join(cache, name)).Dispose();
            File.SetLastWriteTimeUtc(Path.Join(cache, name, "store.pid"), now.AddDays(-age));
        }

        _cache.Write("postmortem-insights/models/model.json", "{}");
        using (new FileStream(Path.Join(cache, "busy", "store.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            StoreLocation.RemoveUnused(_cache.Path, now);

        Assert.Equal(["busy", "models", "used"], Directory.GetDirectories(cache).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }
}
