using PostmortemInsights.Reading;

namespace PostmortemInsights.Tests.Reading;

public sealed class LineMapTests
{
    [Theory]
    [InlineData("", new[] { 1 })]
    [InlineData("ab", new[] { 1, 1, 1 })]
    [InlineData("a\n\nb\n", new[] { 1, 1, 2, 3, 3, 4 })]
    public void Every_offset_has_the_line_that_an_editor_shows(string text, int[] lines)
    {
        var map = new LineMap(text);

        Assert.Equal(lines, Enumerable.Range(0, text.Length + 1).Select(map.LineOf));
        Assert.Equal(text.Split('\n'), Enumerable.Range(1, map.Count).Select(n => map.SpanOf(n).Of(text).ToString()));
    }

    [Fact]
    public void Offsets_and_lines_outside_are_refused()
    {
        var map = new LineMap("a\nb");

        Assert.Throws<ArgumentOutOfRangeException>(() => map.LineOf(4));
        Assert.Throws<ArgumentOutOfRangeException>(() => map.LineOf(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => map.SpanOf(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => map.SpanOf(3));
    }
}
