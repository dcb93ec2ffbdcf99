using PostmortemInsights.Parsing.Phrasing;

namespace PostmortemInsights.Tests.Parsing.Phrasing;

public sealed class WeightedWordingsTests
{
    private static readonly WeightedWordings Weather = WeightedWordings.Of(new Wordings(["[3]", "heavy rain", "[1]", "rain", "[-2]", "no rain"]));

    [Theory]
    [InlineData("The sun shone.", 0)]
    [InlineData("It looked like rain.", 1)]
    [InlineData("Heavy rain.", 4)]
    [InlineData("There was no rain.", -1)]
    [InlineData("Rain and rain and rain.", 1)]
    public void A_text_weighs_what_its_phrases_do_each_counted_once(string text, int score) =>
        Assert.Equal(score, Weather.Score(TextWords.Of(text)));
}
