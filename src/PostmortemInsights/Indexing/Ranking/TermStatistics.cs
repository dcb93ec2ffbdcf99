using PostmortemInsights.Indexing.Zones;

namespace PostmortemInsights.Indexing.Ranking;

/// <summary>What ranking needs to know of a collection; each engine answers from its own index.</summary>
public interface ITermStatistics
{
    /// <summary>Number of documents.</summary>
    int Documents { get; }

    /// <summary>Number of documents that have a term.</summary>
    int DocumentsWith(string term);

    /// <summary>The terms that begin with a prefix, in ordinal order, with the number of documents that have them.</summary>
    IEnumerable<(string Term, int Documents)> StartingWith(string prefix);
}

/// <summary>How long a document is.</summary>
/// <param name="Words">Number of words.</param>
/// <param name="Weighted">Number of words, each counted by its zone's weight.</param>
public readonly record struct DocumentLength(int Words, double Weighted)
{
    /// <summary>The length with one more word.</summary>
    public DocumentLength With(Zone zone) => new(Words + 1, Weighted + ZoneWeights.Of(zone));
}
