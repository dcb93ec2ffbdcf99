using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing.Files;
using PostmortemInsights.Indexing.Zones;

namespace PostmortemInsights.Tests.Indexing;

public sealed class PostingsTests
{
    private const int Documents = 1000;

    // Every third document has the word, once more for each hundred of its number.
    private static readonly int[] Having = [.. Enumerable.Range(0, Documents).Where(document => document % 3 == 1)];

    [Fact]
    public void A_skip_leads_to_the_first_document_that_is_not_before()
    {
        using var index = TemporaryIndex.Of(Enumerable.Range(0, Documents).Select(Of));
        using var file = IndexFile.Open(index.Path);
        var term = file.Terms.Find("redi")!.Value;
        for (var document = 0; document < Documents; document++)
        {
            var reader = new PostingsReader(file, term, withPositions: true);
            var expected = Array.Find(Having, having => having >= document);
            Assert.Equal(expected > 0, reader.SkipTo(document));
            if (expected == 0)
                continue;
            Assert.Equal(expected, reader.Document);
            Assert.Equal(1 + (expected / 100), reader.Frequencies[(int)Zone.Other]);
            Assert.Equal(Enumerable.Range(0, 1 + (expected / 100)), reader.Places.Select(place => place.Position));
        }
    }

    [Fact]
    public void Skips_follow_one_another()
    {
        using var index = TemporaryIndex.Of(Enumerable.Range(0, Documents).Select(Of));
        using var file = IndexFile.Open(index.Path);
        var reader = new PostingsReader(file, file.Terms.Find("redi")!.Value, withPositions: false);
        foreach (var document in new[] { 5, 7, 7, 380, 385, 386, 700, 997 })
            Assert.True(reader.SkipTo(document) && reader.Document == Array.Find(Having, having => having >= document), $"{document}");
        Assert.False(reader.SkipTo(998));
    }

    private static Incident Of(int document) => new()
    {
        Source = $"{document:D4}.md",
        Id = "000000000000",
        Text = document % 3 == 1 ? string.Join(' ', Enumerable.Repeat("redis", 1 + (document / 100))) : "mail",
    };
}
