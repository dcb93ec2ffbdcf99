using PostmortemInsights.Parsing.Phrasing;

namespace PostmortemInsights.Tests.Parsing.Phrasing;

public sealed class LexiconTests
{
    private static readonly Lexicon Lexicon = new(["fail* over", "failed|failure", "up|down"]);

    [Theory]
    [InlineData("fail*", "Failing", true)]
    [InlineData("fail*", "failed", true)]
    [InlineData("fail*", "fai", false)]
    [InlineData("failed", "FAILED", true)]
    [InlineData("failed", "failing", false)]
    [InlineData("over", "overt", false)]
    [InlineData("down", "down", true)]
    public void A_word_of_a_list_fits(string written, string word, bool fits) =>
        Assert.Equal(fits, Lexicon.Fitting(written).Contains(Lexicon.Symbol(word)));

    [Fact]
    public void Words_that_no_list_tells_apart_have_one_symbol()
    {
        Assert.Equal(Lexicon.Symbol("failing"), Lexicon.Symbol("fails"));
        Assert.NotEqual(Lexicon.Symbol("failing"), Lexicon.Symbol("failure"));
        Assert.Equal(0, Lexicon.Symbol("rain"));
    }
}
