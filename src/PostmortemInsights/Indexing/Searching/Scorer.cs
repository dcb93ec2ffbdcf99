using PostmortemInsights.Indexing.Files;
using PostmortemInsights.Indexing.Ranking;

namespace PostmortemInsights.Indexing.Searching;

/// <summary>Adds up the scores of all documents, term by term.</summary>
internal sealed class Scorer(IndexFile file)
{
    private readonly int[] scores = new int[file.Footer.Documents];
    private readonly int[] best = new int[file.Footer.Documents];
    private readonly List<int> touched = [];

    public ReadOnlySpan<int> Scores => scores;

    public void Add(QueryConcept concept)
    {
        foreach (var term in concept.Terms)
            AddTerm(term);
        foreach (var document in touched)
        {
            scores[document] += best[document];
            best[document] = 0;
        }

        touched.Clear();
    }

    // Of several terms that meet one concept, the one that gives most counts.
    private void AddTerm(WeightedTerm term)
    {
        if (file.Terms.Find(term.Term) is not { } entry)
            return;
        var weight = term.Weight * Bm25.Idf(file.Footer.Documents, entry.Documents);
        var reader = new PostingsReader(file, entry, withPositions: false);
        while (reader.Next())
            Raise(reader.Document, Bm25.Score(
                weight, Bm25.WeightedFrequency(reader.Frequencies), file.Rows[reader.Document].Length, file.Statistics.AverageLength));
    }

    private void Raise(int document, int score)
    {
        if (best[document] == 0)
            touched.Add(document);
        best[document] = Math.Max(best[document], score);
    }
}
