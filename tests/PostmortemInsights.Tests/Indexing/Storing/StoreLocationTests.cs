using PostmortemInsights.Indexing.Storing;

namespace PostmortemInsights.Tests.Indexing.Storing;

public sealed class StoreLocationTests
{
    [Fact]
    public void The_same_paths_have_the_same_place_and_others_another()
    {
        var place = StoreLocation.ForCorpus(["docs", "more"]);

        Assert.Equal(place, StoreLocation.ForCorpus(["docs/", "more"]));
        Assert.NotEqual(place, StoreLocation.ForCorpus(["docs"]));
        Assert.NotEqual(place, StoreLocation.ForCorpus([Path.GetFullPath("docs"), Path.GetFullPath("more")]));
        Assert.Equal("postmortem-insights", Path.GetFileName(Path.GetDirectoryName(place))![..19]);
    }
}
