using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Parsing.Phrasing;

namespace PostmortemInsights.Tests.Parsing.Phrasing;

public sealed class TextWordsTests
{
    private const string Text = "At 10:05 (UTC) Ann’s web-server v2.1 didn't answer; the users' carts: cart.js, n/a.";

    [Fact]
    public void A_part_of_a_text_has_the_words_that_it_has_alone()
    {
        var whole = CleanText.Join(Text, new SourceSpan(0, Text.Length));
        for (var start = 0; start < Text.Length; start++)
        {
            for (var end = start; end <= Text.Length; end++)
            {
                var part = whole.Slice(start, end);
                Assert.Equal(Written(TextWords.Of(part.Value)), Written(part.Words));
                Assert.Equal(Written(TextWords.Terms(part.Value)), Written(part.Terms));
            }
        }
    }

    [Fact]
    public void Terms_keep_contractions_versions_and_file_names_whole() =>
        Assert.Equal(
            ["at", "10", "05", "utc", "ann's", "web-server", "v2.1", "didn't", "answer", "the", "users", "carts", "cart.js", "n/a"],
            Written(TextWords.Terms(Text)).Select(static word => word.Lower));

    private static List<(string Lower, int Start, int End)> Written(TextWords words) =>
        [.. Enumerable.Range(0, words.Count).Select(i => (words.Lower(i), words.StartOf(i), words.EndOf(i)))];
}
