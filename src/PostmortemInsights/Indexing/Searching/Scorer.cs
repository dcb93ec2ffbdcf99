using PostmortemInsights.Indexing.Files;
using PostmortemInsights.Indexing.Ranking;

namespace PostmortemInsights.Indexing.Searching;

/// <summary>Adds up the scores of all documents, concept by concept.</summary>
internal sealed class Scorer(IndexFile file, RankingModel model)
{
    private readonly int[] scores = new int[file.Footer.Documents];
    private readonly int[] best = new int[file.Footer.Documents];
    private readonly List<int> touched = [];

    public int this[int document] => scores[document];

    /// <summary>Of the terms that meet a concept, the one that gives most counts.</summary>
    public void Add(QueryConcept concept)
    {
        foreach (var term in ScoredTerm.Of(concept, file, model))
        {
            while (term.Postings.Next())
                Raise(term.Postings.Document, ScoreOf(term));
        }

        foreach (var document in touched)
        {
            scores[document] += best[document];
            best[document] = 0;
        }

        touched.Clear();
    }

    /// <summary>Adds what a share of users gives.</summary>
    public void Add(AffectedShare share)
    {
        var covered = CoveredBy(share);
        var score = ScoreOf(covered.Count);
        foreach (var document in covered)
            scores[document] += score;
    }

    /// <summary>The documents whose percentage is meant.</summary>
    public List<int> CoveredBy(AffectedShare share) =>
        Enumerable.Range(0, scores.Length).Where(document => share.Covers(file.Rows[document].UsersAffectedPercent)).ToList();

    /// <summary>What a share of users gives that so many documents have.</summary>
    public int ScoreOf(int covered) => (int)Math.Round(RankingModel.Unit * model.ShareWeight * model.Idf(scores.Length, covered));

    /// <summary>What a term gives to the document that its postings stand at.</summary>
    public int ScoreOf(ScoredTerm term) =>
        model.Score(term.Weight, model.Frequency(term.Postings.Frequencies), file.RelativeLength(term.Postings.Document, model));

    private void Raise(int document, int score)
    {
        if (best[document] == 0)
            touched.Add(document);
        best[document] = Math.Max(best[document], score);
    }
}
