using System.Collections.Concurrent;
using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing;
using PostmortemInsights.Indexing.Queries;
using PostmortemInsights.Indexing.Storing;
using PostmortemInsights.Lucene;
using PostmortemInsights.Tests.Indexing;

namespace PostmortemInsights.Tests.Lucene;

/// <summary>What the engine on Lucene.Net promises besides the contract of all engines.</summary>
public sealed class LuceneIndexTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_has_not_changed_is_not_read_again()
    {
        var incidents = new RandomCorpus(1).Incidents(20);
        Assert.Equal(Enumerable.Range(0, 20), Write("first", incidents, null));

        List<Incident> changed = [incidents[3], With(incidents[5], "Zeppelins fell."), .. incidents[8..], With(incidents[0], "A new zeppelin.")];
        var read = Write("second", changed, new PreviousIndex(folder["first"], [3, -1, .. Enumerable.Range(8, 12), -1]));

        Assert.Equal([1, 14], read);
        using var index = LuceneIndex.Open(folder["second"]);
        Assert.Equal(15, index.Documents);
        Assert.Equal([1, 14], index.Search(new SearchRequest(Query.OfWords("zeppelin"))).Hits.Select(hit => hit.Document).Order());
    }

    [Fact]
    public void A_file_that_is_cut_short_is_not_read()
    {
        Write("whole", new RandomCorpus(1).Incidents(5), null);
        var whole = File.ReadAllBytes(folder["whole"]);
        foreach (var length in new[] { 0, 5, 40, whole.Length / 2, whole.Length - 1 })
        {
            var path = folder.Write("short", whole[..length]);
            Assert.Contains(path, Assert.Throws<InvalidDataException>(() => LuceneIndex.Open(path)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_query_of_more_words_than_lucene_takes_at_once_is_answered()
    {
        var words = string.Join(' ', Enumerable.Range(0, 5000).Select(number => "w" + string.Concat($"{number:D4}".Select(digit => "bcdfghjkmp"[digit - '0']))));
        Write("long", [With(new RandomCorpus(1).Incidents(1)[0], words)], null);
        using var index = LuceneIndex.Open(folder["long"]);
        Assert.Equal(5000, index.Search(new SearchRequest(Query.OfWords(words))).Hits[0].Matched.Length);
    }

    private static Incident With(Incident incident, string text) => incident with { Text = text, Passages = [] };

    // Gives the numbers of the incidents that were read.
    private IEnumerable<int> Write(string name, List<Incident> incidents, PreviousIndex? previous)
    {
        var read = new ConcurrentBag<int>();
        var source = new IndexSource(incidents.Count, Read, previous, static _ => { }, TestContext.Current.CancellationToken);
        using var file = File.Create(folder[name]);
        LuceneIndex.Write(source, file);
        return read.Order();

        Incident Read(int number)
        {
            read.Add(number);
            return incidents[number];
        }
    }
}
