using PostmortemInsights.Indexing.Ranking;

namespace PostmortemInsights.Tests.Indexing;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("kubernets", "kubernetes", 1)]
    [InlineData("postgers", "postgres", 1)]
    [InlineData("cache", "cache", 0)]
    [InlineData("cat", "dog", 3)]
    [InlineData("", "ab", 2)]
    public void Counts_letters_added_dropped_changed_or_swapped(string a, string b, int distance) => Assert.Equal(distance, Spelling.Distance(a, b, 9));

    [Fact]
    public void Stops_counting_past_the_limit() => Assert.Equal(2, Spelling.Distance("abcdef", "uvwxyz", 1));
}
