using PostmortemInsights.Incidents;

namespace PostmortemInsights.Tests.Incidents;

public sealed class MomentTests
{
    [Theory]
    [InlineData("2024-06-04T14:00+01:00")]
    [InlineData("2024-06-04T14:00-03:30")]
    [InlineData("2024-06-04T14:00:05")]
    [InlineData("2024-06-04")]
    [InlineData("T14:00")]
    public void Reads_what_it_writes(string text) => Assert.Equal(text, Moment.Parse(text)?.ToString());

    [Theory]
    [InlineData("2024-13-04")]
    [InlineData("yesterday")]
    [InlineData("")]
    public void Anything_else_is_no_moment(string text) => Assert.Null(Moment.Parse(text));

    [Theory]
    [InlineData("2024-06-04T14:00+01:00", "2024-06-04T14:00+00:00", 60)]
    [InlineData("2024-06-04T22:30", "2024-06-05T01:15", 165)]
    [InlineData("2024-06-04T14:00+01:00", "2024-06-04T15:00", 60)]
    public void Minutes_are_counted_by_instants_else_by_the_clocks(string from, string to, double minutes) =>
        Assert.Equal(minutes, Moment.Parse(from)!.Value.MinutesTo(Moment.Parse(to)!.Value));

    [Fact]
    public void Minutes_are_unknown_without_a_date() =>
        Assert.Null(Moment.Parse("T14:00")!.Value.MinutesTo(Moment.Parse("T15:00")!.Value));
}
