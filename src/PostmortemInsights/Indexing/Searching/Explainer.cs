using System.Collections.Immutable;
using PostmortemInsights.Indexing.Files;
using PostmortemInsights.Indexing.Ranking;
using PostmortemInsights.Indexing.Zones;

namespace PostmortemInsights.Indexing.Searching;

/// <summary>Says of some documents where their scores come from.</summary>
internal sealed class Explainer
{
    private readonly IndexFile file;
    private readonly RankingModel model;
    private readonly Scorer scorer;
    private readonly SortedDictionary<int, List<TermScore>> found = [];

    public Explainer(IndexFile file, RankingModel model, Scorer scorer, IEnumerable<int> documents)
    {
        (this.file, this.model, this.scorer) = (file, model, scorer);
        foreach (var document in documents)
            found[document] = [];
    }

    public ImmutableArray<TermScore> this[int document] => [.. found[document]];

    /// <summary>Adds what a concept gave: the term that gave most.</summary>
    public void Add(string word, IEnumerable<ScoredTerm> terms)
    {
        var best = new Dictionary<int, TermScore>();
        foreach (var term in terms)
        {
            var postings = term.Open(file);
            foreach (var document in found.Keys.Where(document => postings.SkipTo(document) && postings.Document == document))
            {
                var score = Explain(word, term, postings);
                if (!best.TryGetValue(document, out var before) || score.Score > before.Score)
                    best[document] = score;
            }
        }

        foreach (var (document, score) in best)
            found[document].Add(score);
    }

    /// <summary>Adds what a share of users gave, after all words.</summary>
    public void Add(AffectedShare share)
    {
        var covered = scorer.CoveredBy(share);
        foreach (var document in covered.Where(found.ContainsKey))
        {
            var words = found[document].Sum(static term => (int)Math.Round(term.Score * RankingModel.Unit));
            var score = model.ShareScore(covered.Count, file.Footer.Documents, words) / (double)RankingModel.Unit;
            if (score > 0)
                found[document].Add(new TermScore(share.Words, MatchedTerm.Share, score, [new ZoneScore(Zone.Impact, 1, score)]));
        }
    }

    // Each zone has its part of the frequency; rounding the running sum keeps the parts adding up.
    private TermScore Explain(string word, ScoredTerm term, IPostings postings)
    {
        var zones = ImmutableArray.CreateBuilder<ZoneScore>();
        var units = scorer.ScoreOf(term, postings);
        var total = model.Frequency(postings.Frequencies);
        var (sum, given) = (0.0, 0L);
        for (var zone = 0; zone < postings.Frequencies.Length; zone++)
        {
            var frequency = postings.Frequencies[zone];
            if (frequency == 0)
                continue;
            sum += model.ZoneWeight((Zone)zone) * frequency;
            var upTo = (long)Math.Round(units * sum / total);
            zones.Add(new ZoneScore((Zone)zone, frequency, (upTo - given) / (double)RankingModel.Unit));
            given = upTo;
        }

        return new TermScore(word, term.Name, units / (double)RankingModel.Unit, zones.ToImmutable());
    }
}
