using PostmortemInsights.Indexing.Ranking;

namespace PostmortemInsights.Indexing.Files;

/// <summary>The rows of all documents of an index, with what takes all of them to know.</summary>
/// <param name="rows">The rows, by the engine's numbers of the documents.</param>
/// <param name="words">Number of words of all documents.</param>
/// <param name="weightedWords">The same, each counted by its zone's weight.</param>
internal sealed class DocumentRows(DocumentRow[] rows, double words, double weightedWords)
{
    private ModelNorms? norms;

    public int Count => rows.Length;

    public ref readonly DocumentRow this[int document] => ref rows[document];

    /// <summary>The norm of each document, reckoned when the model is another one than the last time.</summary>
    public double[] NormsOf(RankingModel model)
    {
        if (norms is not { } known || known.Model != model)
            norms = known = new ModelNorms(model, ReckonNorms(model));
        return known.Norms;
    }

    /// <summary>The documents whose percentage is meant.</summary>
    public List<int> CoveredBy(AffectedShare share) =>
        Enumerable.Range(0, rows.Length).Where(document => share.Covers(rows[document].UsersAffectedPercent)).ToList();

    /// <summary>A length, weighted by zones, as a multiple of the mean.</summary>
    public double RelativeLength(double length) => length * rows.Length / Math.Max(1, weightedWords);

    private double[] ReckonNorms(RankingModel model)
    {
        var reckoned = new double[rows.Length];
        for (var document = 0; document < rows.Length; document++)
            reckoned[document] = model.Norm(RelativeLength(rows[document], model));
        return reckoned;
    }

    // Length as a multiple of the mean.
    private double RelativeLength(DocumentRow row, RankingModel model) => model.UseZones
        ? RelativeLength(row.WeightedWords)
        : row.Words * (double)rows.Length / Math.Max(1, words);

    private sealed record ModelNorms(RankingModel Model, double[] Norms);
}
