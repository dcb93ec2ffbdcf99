namespace PostmortemInsights.Indexing.Ranking;

/// <summary>What ranking needs to know of a collection; each engine answers from its own index.</summary>
public interface ITermStatistics
{
    /// <summary>Number of documents.</summary>
    int Documents { get; }

    /// <summary>Mean number of words of a document.</summary>
    double AverageLength { get; }

    /// <summary>Number of documents that have a term.</summary>
    int DocumentsWith(string term);

    /// <summary>The terms that begin with a prefix, in ordinal order, with the number of documents that have them.</summary>
    IEnumerable<(string Term, int Documents)> StartingWith(string prefix);
}
