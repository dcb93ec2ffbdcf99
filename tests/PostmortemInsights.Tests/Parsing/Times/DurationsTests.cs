using PostmortemInsights.Parsing.Times;

namespace PostmortemInsights.Tests.Parsing.Times;

public class DurationsTests
{
    [Theory]
    [InlineData("2.5 hours", 150)]
    [InlineData("1h 45m", 105)]
    [InlineData("4h55", 295)]
    [InlineData("twenty-six hours", 1560)]
    [InlineData("six hours and forty-eight minutes", 408)]
    [InlineData("two and a half hours", 150)]
    [InlineData("ten and half hours", 630)]
    [InlineData("an hour and a quarter", 75)]
    [InlineData("an hour and three quarters", 105)]
    [InlineData("a quarter of an hour", 15)]
    [InlineData("three quarters of an hour", 45)]
    [InlineData("half an hour", 30)]
    [InlineData("1½ hours", 90)]
    [InlineData("a good hour", 60)]
    [InlineData("a couple of hours", 120)]
    [InlineData("10-15 minutes", 15)]
    [InlineData("a day and a half", 2160)]
    public void A_length_of_time_is_read_in_minutes(string text, double minutes) =>
        Assert.Equal(minutes, Assert.Single(Durations.Scan(text)).Minutes);

    [Theory]
    [InlineData("at 14h30")]
    [InlineData("from 9h15 to 10h05")]
    [InlineData("a few hours")]
    public void Other_words_are_none(string text) => Assert.Empty(Durations.Scan(text));
}
