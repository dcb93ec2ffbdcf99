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
}
