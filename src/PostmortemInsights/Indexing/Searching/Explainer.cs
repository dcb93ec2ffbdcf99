using System.Collections.Immutable;
using PostmortemInsights.Indexing.Files;
using PostmortemInsights.Indexing.Ranking;
using PostmortemInsights.Indexing.Zones;

namespace PostmortemInsights.Indexing.Searching;

/// <summary>Says of some documents where their scores come from.</summary>
internal sealed class Explainer(IndexFile file, RankingModel model, Scorer scorer, IReadOnlySet<int> documents)
{
    private readonly Dictionary<int, List<(TermScore Score, int Units)>> found = documents.ToDictionary(document => document, _ => new List<(TermScore, int)>());

    public ImmutableArray<TermScore> this[int document] => [.. found[document].Select(term => term.Score)];

    public void Add(QueryConcept concept)
    {
        var best = new Dictionary<int, (TermScore Score, int Units)>();
        foreach (var term in ScoredTerm.Of(concept, file, model))
        {
            while (term.Postings.Next())
            {
                var document = term.Postings.Document;
                if (!documents.Contains(document))
                    continue;
                var units = scorer.ScoreOf(term);
                if (!best.TryGetValue(document, out var before) || units > before.Units)
                    best[document] = (Explain(concept, term, units), units);
            }
        }

        foreach (var (document, score) in best)
            found[document].Add(score);
    }

    public void Add(AffectedShare share)
    {
        var covered = scorer.CoveredBy(share);
        var score = scorer.ScoreOf(covered.Count) / (double)RankingModel.Unit;
        foreach (var document in covered.Where(documents.Contains))
            found[document].Add((new TermScore(share.Words, "usersAffectedPercent", score, [new ZoneScore(Zone.Impact, 1, score)]), 0));
    }

    // Each zone has its part of the frequency; rounding the running sum keeps the parts adding up.
    private TermScore Explain(QueryConcept concept, ScoredTerm term, int units)
    {
        var zones = ImmutableArray.CreateBuilder<ZoneScore>();
        var total = model.Frequency(term.Postings.Frequencies);
        var (sum, given) = (0.0, 0L);
        for (var zone = 0; zone < term.Postings.Frequencies.Length; zone++)
        {
            var frequency = term.Postings.Frequencies[zone];
            if (frequency == 0)
                continue;
            sum += model.ZoneWeight((Zone)zone) * frequency;
            var upTo = (long)Math.Round(units * sum / total);
            zones.Add(new ZoneScore((Zone)zone, frequency, (upTo - given) / (double)RankingModel.Unit));
            given = upTo;
        }

        return new TermScore(concept.Word, term.Term, units / (double)RankingModel.Unit, zones.ToImmutable());
    }
}
