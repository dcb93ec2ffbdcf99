using System.Collections.Immutable;
using PostmortemInsights.Indexing.Files;
using PostmortemInsights.Indexing.Ranking;
using PostmortemInsights.Indexing.Zones;

namespace PostmortemInsights.Indexing.Searching;

/// <summary>A term or phrase that meets a concept, with where it stands.</summary>
/// <param name="Name">The index term, or the phrase in quotation marks.</param>
/// <param name="Weight">Idf times the weight in the query.</param>
/// <param name="Postings">The documents that have it.</param>
internal sealed record PostedTerm(string Name, double Weight, IPostings Postings);

/// <summary>Says of some documents where their scores come from, whichever engine found them.</summary>
internal sealed class Explainer
{
    private readonly RankingModel model;
    private readonly DocumentRows rows;
    private readonly double[] norms;
    private readonly List<int> ascending;
    private readonly List<TermScore>[] found;

    public Explainer(DocumentRows rows, RankingModel model, IEnumerable<int> documents)
    {
        (this.rows, this.model, norms) = (rows, model, rows.NormsOf(model));
        ascending = [.. documents];
        ascending.Sort();
        found = new List<TermScore>[ascending.Count];
        for (var i = 0; i < found.Length; i++)
            found[i] = [];
    }

    /// <summary>Adds what a concept gave: the term that gave most.</summary>
    public void Add(string word, IEnumerable<PostedTerm> terms)
    {
        var best = new TermScore?[found.Length];
        foreach (var term in terms)
        {
            var postings = term.Postings;
            for (var i = 0; i < best.Length; i++)
            {
                if (!postings.SkipTo(ascending[i]) || postings.Document != ascending[i])
                    continue;
                var score = Explain(word, term);
                if (best[i] is not { } before || score.Score > before.Score)
                    best[i] = score;
            }
        }

        for (var i = 0; i < best.Length; i++)
        {
            if (best[i] is { } score)
                found[i].Add(score);
        }
    }

    /// <summary>Adds what a share of users gave, after all words.</summary>
    public void Add(AffectedShare share)
    {
        var covered = rows.CoveredBy(share).Count;
        foreach (var document in ascending)
        {
            if (!share.Covers(rows[document].UsersAffectedPercent))
                continue;
            var score = model.ShareScore(covered, rows.Count, UnitsOf(document)) / (double)RankingModel.Unit;
            if (score > 0)
                TermsOf(document).Add(new TermScore(share.Words, MatchedTerm.Share, score, [new ZoneScore(Zone.Impact, 1, score)]));
        }
    }

    /// <summary>The hit that a document is.</summary>
    /// <param name="document">One of the documents given.</param>
    /// <param name="number">The document's number for those who asked.</param>
    /// <param name="explain">Whether it says where its score comes from.</param>
    public Hit HitOf(int document, int number, bool explain)
    {
        var matched = new List<MatchedTerm>();
        foreach (var term in TermsOf(document))
        {
            var match = new MatchedTerm(term.Word, term.Term);
            if (!matched.Contains(match))
                matched.Add(match);
        }

        return new Hit(number, UnitsOf(document) / (double)RankingModel.Unit, [.. matched], explain ? [.. TermsOf(document)] : []);
    }

    private List<TermScore> TermsOf(int document) => found[ascending.BinarySearch(document)];

    private int UnitsOf(int document)
    {
        var units = 0;
        foreach (var term in TermsOf(document))
            units += Convert.ToInt32(term.Score * RankingModel.Unit);
        return units;
    }

    // Each zone has its part of the frequency; rounding the running sum keeps the parts adding up.
    private TermScore Explain(string word, PostedTerm term)
    {
        var zones = ImmutableArray.CreateBuilder<ZoneScore>();
        var frequencies = term.Postings.Frequencies;
        var total = model.Frequency(frequencies);
        var units = model.Score(term.Weight, total, norms[term.Postings.Document]);
        var (sum, given) = (0.0, 0);
        for (var zone = 0; zone < frequencies.Length; zone++)
        {
            var frequency = frequencies[zone];
            if (frequency == 0)
                continue;
            sum += model.ZoneWeight((Zone)zone) * frequency;
            var upTo = Convert.ToInt32(units * sum / total);
            zones.Add(new ZoneScore((Zone)zone, frequency, (upTo - given) / (double)RankingModel.Unit));
            given = upTo;
        }

        return new TermScore(word, term.Name, units / (double)RankingModel.Unit, zones.ToImmutable());
    }
}
