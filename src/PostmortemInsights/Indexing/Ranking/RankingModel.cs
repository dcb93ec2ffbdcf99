using PostmortemInsights.Indexing.Zones;

namespace PostmortemInsights.Indexing.Ranking;

/// <summary>
/// How documents are ranked: BM25F (Robertson, Zaragoza and Taylor 2004), where the frequencies of a term are weighted by zone and added
/// up before saturation, over concepts instead of words. Each means can be turned off, to see what it gives.
/// </summary>
public sealed record RankingModel
{
    /// <summary>Scores are whole multiples of one in so many, so that they add up exactly in any order.</summary>
    public const int Unit = 10_000;

    /// <summary>The ranking for symptoms.</summary>
    public static RankingModel Symptoms { get; } = new();

    /// <summary>Plain BM25 over the whole text with Lucene's parameters, to compare with.</summary>
    public static RankingModel PlainBm25 { get; } = new()
    {
        K1 = 1.2,
        B = 0.75,
        IdfPower = 1,
        UseZones = false,
        UseSynonyms = false,
        UseWeakWords = false,
        UseShares = false,
        UseSpelling = false,
    };

    /// <summary>How late further occurrences of a term stop counting.</summary>
    public double K1 { get; init; } = 2;

    /// <summary>How much long documents are held back: 0 not at all, 1 in proportion to their length.</summary>
    public double B { get; init; } = 1;

    /// <summary>Power of the idf: less than 1 brings frequent and rare terms closer together.</summary>
    public double IdfPower { get; init; } = 0.75;

    /// <summary>Whether a word counts by the zone that it stands in.</summary>
    public bool UseZones { get; init; } = true;

    /// <summary>Whether the thesaurus is used.</summary>
    public bool UseSynonyms { get; init; } = true;

    /// <summary>Whether words that say little count less.</summary>
    public bool UseWeakWords { get; init; } = true;

    /// <summary>Whether "a third of users" finds records with such a percentage.</summary>
    public bool UseShares { get; init; } = true;

    /// <summary>Whether words that no document has are looked up by their spelling.</summary>
    public bool UseSpelling { get; init; } = true;

    /// <summary>What a share of users counts, as a multiple of its idf.</summary>
    public double ShareWeight { get; init; } = 3;

    /// <summary>What a term tells that <paramref name="documentsWith"/> of <paramref name="documents"/> have.</summary>
    public double Idf(int documents, int documentsWith) =>
        Math.Pow(Math.Log(1 + ((documents - documentsWith + 0.5) / (documentsWith + 0.5))), IdfPower);

    /// <summary>What an occurrence counts in a zone.</summary>
    public double ZoneWeight(Zone zone) => UseZones ? ZoneWeights.Of(zone) : 1;

    /// <summary>The frequency of a term with each zone's weight.</summary>
    public double Frequency(ReadOnlySpan<int> frequencies)
    {
        var sum = 0.0;
        for (var zone = 0; zone < frequencies.Length; zone++)
        {
            if (frequencies[zone] > 0)
                sum += ZoneWeight((Zone)zone) * frequencies[zone];
        }

        return sum;
    }

    /// <summary>What the length of a document adds below the fraction line of <see cref="Score"/>.</summary>
    /// <param name="relativeLength">Length of the document as a multiple of the mean.</param>
    public double Norm(double relativeLength) => K1 * (1 - B + (B * relativeLength));

    /// <summary>The score of a term in units of one in <see cref="Unit"/>; at least one unit.</summary>
    /// <param name="weight">Idf times the weight of the term in the query.</param>
    /// <param name="frequency">The weighted frequency.</param>
    /// <param name="norm">The document's <see cref="Norm"/>.</param>
    public int Score(double weight, double frequency, double norm) =>
        Math.Max(1, Units((Unit * weight * frequency * (K1 + 1) / (frequency + norm)) + 0.5));

    /// <summary>The most that a term can give in any document, in units.</summary>
    /// <param name="weight">Idf times the weight of the term in the query.</param>
    /// <param name="leastRelativeLength">The least length for each occurrence, as a multiple of the mean: what a document has beyond it holds it back.</param>
    public int MostScore(double weight, double leastRelativeLength) =>
        Units(Unit * weight * (K1 + 1) / (1 + (K1 * B * leastRelativeLength))) + 2;

    /// <summary>What a share of users gives, in units: at most as much as the words of the query, since a share that fits says nothing where
    /// little else does.</summary>
    /// <param name="having">Number of documents with such a share, of <paramref name="documents"/>.</param>
    /// <param name="documents">Number of documents.</param>
    /// <param name="words">What all words together gave, in units.</param>
    public int ShareScore(int having, int documents, int words) => Math.Min(words, Convert.ToInt32(Unit * ShareWeight * Idf(documents, having)));

    // No score comes near the greatest number, and to look for that at each document would take longer than to reckon the score.
    private static int Units(double score) => unchecked((int)score);
}
