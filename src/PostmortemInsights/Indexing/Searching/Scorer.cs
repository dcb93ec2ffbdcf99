using PostmortemInsights.Indexing.Files;
using PostmortemInsights.Indexing.Ranking;

namespace PostmortemInsights.Indexing.Searching;

/// <summary>Adds up the scores of all documents, concept by concept.</summary>
internal sealed class Scorer(IndexFile file, RankingModel model)
{
    private readonly double[] norms = file.Rows.NormsOf(model);
    private readonly int[] scores = new int[file.Footer.Documents];
    private readonly int[] best = new int[file.Footer.Documents];
    private readonly int[] touched = new int[file.Footer.Documents];
    private int touchedCount;

    public ReadOnlySpan<int> Scores => scores;

    /// <summary>The documents that have a score.</summary>
    public DocumentSet Scored()
    {
        var scored = new DocumentSet(scores.Length);
        for (var document = 0; document < scores.Length; document++)
        {
            if (scores[document] > 0)
                scored.Add(document);
        }

        return scored;
    }

    /// <summary>Of the terms that meet a concept, the one that gives most counts.</summary>
    public void Add(IEnumerable<ScoredTerm> terms)
    {
        foreach (var term in terms)
        {
            if (term.Entry is { } entry && model.UseZones)
                Raise(entry, term.Weight);
            else
                Raise(term);
        }

        foreach (var document in touched.AsSpan(0, touchedCount))
        {
            scores[document] += best[document];
            best[document] = 0;
        }

        touchedCount = 0;
    }

    /// <summary>Adds what a share of users gives, after all words.</summary>
    public void Add(AffectedShare share)
    {
        var covered = file.Rows.CoveredBy(share);
        foreach (var document in covered)
            scores[document] += model.ShareScore(covered.Count, scores.Length, scores[document]);
    }

    private void Raise(TermEntry entry, double weight)
    {
        using var reader = new ScoreReader(file, entry);
        while (reader.Next())
            Raise(reader.Document, model.Score(weight, reader.Halves / 2.0, norms[reader.Document]));
    }

    private void Raise(ScoredTerm term)
    {
        var postings = term.Open(file);
        while (postings.SkipTo(postings.Document + 1))
            Raise(postings.Document, model.Score(term.Weight, model.Frequency(postings.Frequencies), norms[postings.Document]));
    }

    private void Raise(int document, int score)
    {
        ref var before = ref best[document];
        if (before == 0)
            touched[touchedCount++] = document;
        if (score > before)
            before = score;
    }
}
