using System.Collections.Concurrent;
using PostmortemInsights.Indexing.Ranking;

namespace PostmortemInsights.Indexing.Files;

/// <summary>The rows of all documents of an index, with what takes all of them to know.</summary>
/// <param name="rows">The rows, by the engine's numbers of the documents.</param>
/// <param name="words">Number of words of all documents.</param>
/// <param name="weightedWords">The same, each counted by its zone's weight.</param>
internal sealed class DocumentRows(DocumentRow[] rows, double words, double weightedWords)
{
    private readonly ConcurrentDictionary<RankingModel, double[]> norms = new();

    public int Count => rows.Length;

    public ref readonly DocumentRow this[int document] => ref rows[document];

    /// <summary>The norm of each document, reckoned with the first query.</summary>
    public double[] NormsOf(RankingModel model) =>
        norms.GetOrAdd(model, of => Array.ConvertAll(rows, row => of.Norm(RelativeLength(row, of))));

    /// <summary>The documents whose percentage is meant.</summary>
    public List<int> CoveredBy(AffectedShare share) =>
        Enumerable.Range(0, rows.Length).Where(document => share.Covers(rows[document].UsersAffectedPercent)).ToList();

    /// <summary>A length, weighted by zones, as a multiple of the mean.</summary>
    public double RelativeLength(double length) => length * rows.Length / Math.Max(1, weightedWords);

    // Length as a multiple of the mean.
    private double RelativeLength(DocumentRow row, RankingModel model) => model.UseZones
        ? RelativeLength(row.WeightedWords)
        : row.Words * (double)rows.Length / Math.Max(1, words);
}
