using PostmortemInsights.Indexing.Files;
using PostmortemInsights.Indexing.Ranking;

namespace PostmortemInsights.Indexing.Searching;

/// <summary>
/// Adds up the scores of documents, concept by concept. Once the best are far enough ahead (MaxScore: Turtle and Flood, "Query Evaluation:
/// Strategies and Optimizations", Information Processing and Management 31, 1995), what is left is only added where it can still matter:
/// the scores of the best are those that adding up everything gives.
/// </summary>
/// <param name="file">The index.</param>
/// <param name="model">How to rank.</param>
/// <param name="allowed">The documents that may be found; null for all.</param>
internal sealed class Scorer(IndexFile file, RankingModel model, DocumentSet? allowed)
{
    // Looking at all scores pays before a concept that at least one document in so many has.
    private const int WorthALook = 8;

    private readonly double[] norms = file.Rows.NormsOf(model);
    private readonly int[] scores = new int[file.Footer.Documents];
    private readonly int[] best = new int[file.Footer.Documents];
    private readonly int[] touched = new int[file.Footer.Documents];
    private int touchedCount;
    private DocumentSet? contenders;

    public ReadOnlySpan<int> Scores => scores;

    /// <summary>The documents that have a word of the query.</summary>
    public DocumentSet Scored { get; } = new(file.Footer.Documents);

    /// <summary>Adds concepts, those first that can give most.</summary>
    /// <param name="concepts">The terms of each.</param>
    /// <param name="wanted">Number of best documents whose scores are wanted.</param>
    public void Add(IReadOnlyList<List<ScoredTerm>> concepts, int wanted)
    {
        var ordered = new List<BoundedConcept>(concepts.Count);
        var left = 0L;
        foreach (var terms in concepts)
        {
            var concept = Bounded(terms);
            ordered.Add(concept);
            left += concept.Most;
        }

        ordered.Sort(static (a, b) => b.Most.CompareTo(a.Most));
        foreach (var concept in ordered)
        {
            if (concept.Documents > scores.Length / WorthALook)
                LeaveBehind(left, wanted);
            Add(concept.Terms);
            left -= concept.Most;
        }
    }

    private BoundedConcept Bounded(List<ScoredTerm> terms)
    {
        var (most, documents) = (0, 0L);
        foreach (var term in terms)
        {
            most = Math.Max(most, term.MostScore(file, model));
            documents += term.Documents;
        }

        return new BoundedConcept(terms, most, documents);
    }

    /// <summary>Of the terms that meet a concept, the one that gives most counts.</summary>
    private void Add(List<ScoredTerm> terms)
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

    // Where the wanted-th best is ahead by more than all that is left, only those within reach of it are still added to.
    private void LeaveBehind(long left, int wanted)
    {
        if (Threshold(wanted) is not { } least || least <= left)
            return;
        contenders = new DocumentSet(scores.Length);
        for (var document = 0; document < scores.Length; document++)
        {
            if (scores[document] + left >= least)
                contenders.Add(document);
        }
    }

    /// <summary>The score so far of the wanted-th best; null while there are fewer.</summary>
    private int? Threshold(int wanted)
    {
        if (wanted <= 0 || wanted >= scores.Length)
            return null;
        // The same kind of queue as in Search: the runtime compiles each kind anew when a search starts.
        var leaders = new PriorityQueue<int, long>(wanted + 1);
        for (var document = 0; document < scores.Length; document++)
        {
            var score = scores[document];
            if (score == 0 || (leaders.Count == wanted && leaders.TryPeek(out _, out var least) && score <= least) || allowed?[document] == false)
                continue;
            leaders.Enqueue(document, score);
            if (leaders.Count > wanted)
                leaders.Dequeue();
        }

        return leaders.Count == wanted && leaders.TryPeek(out _, out var worst) ? (int)worst : null;
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
        {
            Scored.Add(reader.Document);
            if (contenders?[reader.Document] != false)
                Raise(reader.Document, model.Score(weight, reader.Halves / 2.0, norms[reader.Document]));
        }
    }

    private void Raise(ScoredTerm term)
    {
        var postings = term.Open(file);
        while (postings.SkipTo(postings.Document + 1))
        {
            Scored.Add(postings.Document);
            Raise(postings.Document, model.Score(term.Weight, model.Frequency(postings.Frequencies), norms[postings.Document]));
        }
    }

    private void Raise(int document, int score)
    {
        ref var before = ref best[document];
        if (before == 0)
            touched[touchedCount++] = document;
        if (score > before)
            before = score;
    }

    /// <summary>The terms that meet a concept, the most that it can give, and the documents of all its terms.</summary>
    private sealed record BoundedConcept(List<ScoredTerm> Terms, int Most, long Documents);
}
