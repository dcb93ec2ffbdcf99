using PostmortemInsights.Parsing;
using PostmortemInsights.Parsing.Narrative;

namespace PostmortemInsights.Tests.Parsing.Narrative;

public class PhraseListTests
{
    [Theory]
    [InlineData("was/were caused by", "It was caused by rain", true)]
    [InlineData("was/were caused by", "It was not caused by rain", false)]
    [InlineData("was ... caused by", "It was most probably caused by rain", true)]
    [InlineData("was ... caused by", "It was a day of sun and wind and then caused by", false)]
    [InlineData("revert*", "Reverting the change", true)]
    [InlineData("don't", "we don’t know", true)]
    [InlineData("rain", "trains are late", false)]
    public void Phrases_are_found_by_whole_words(string phrase, string text, bool found) =>
        Assert.Equal(found, PhraseList.Of([phrase], new Lexicon([phrase])).Score(TextWords.Of(text)) > 0);

    [Fact]
    public void Each_phrase_counts_once() => Assert.Equal(1, PhraseList.Of(["rain"], new Lexicon(["rain"])).Score(TextWords.Of("rain and rain and rain")));
}
