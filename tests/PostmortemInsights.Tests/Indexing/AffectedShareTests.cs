using PostmortemInsights.Indexing.Ranking;

namespace PostmortemInsights.Tests.Indexing;

public sealed class AffectedShareTests
{
    [Theory]
    [InlineData("a third of visitors get errors", 33)]
    [InlineData("a third of visitors get errors", 30)]
    [InlineData("for four in five visitors", 80)]
    [InlineData("three out of four customers", 75)]
    [InlineData("three quarters of our users", 75)]
    [InlineData("failing for 30% of users", 30)]
    [InlineData("most people cannot log in", 60)]
    [InlineData("all customers", 100)]
    [InlineData("nobody can sign in", 100)]
    [InlineData("half of the requests fail", 50)]
    public void A_share_in_words_or_figures_means_percentages(string text, double percent) =>
        Assert.True(AffectedShare.Find(text)?.Covers(percent));

    [Theory]
    [InlineData("a third of visitors", 50)]
    [InlineData("most people", 100)]
    [InlineData("one in five buyers", 80)]
    public void And_not_others(string text, double percent) => Assert.False(AffectedShare.Find(text)?.Covers(percent));

    [Theory]
    [InlineData("a third party failed")]
    [InlineData("the third quarter of the year")]
    [InlineData("CPU at 100%")]
    [InlineData("all pods restarted")]
    [InlineData("most of the time")]
    public void Other_numbers_are_no_shares(string text) => Assert.Null(AffectedShare.Find(text));
}
