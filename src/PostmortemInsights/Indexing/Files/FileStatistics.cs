using PostmortemInsights.Indexing.Ranking;

namespace PostmortemInsights.Indexing.Files;

/// <summary>The statistics of an index file.</summary>
internal sealed class FileStatistics(IndexFile file) : ITermStatistics
{
    public int Documents => file.Footer.Documents;

    public int DocumentsWith(string term) => file.Terms.Find(term)?.Documents ?? 0;

    public IEnumerable<(string Term, int Documents)> StartingWith(string prefix) =>
        file.Terms.StartingWith(prefix).Select(entry => (entry.Term, entry.Documents));
}
