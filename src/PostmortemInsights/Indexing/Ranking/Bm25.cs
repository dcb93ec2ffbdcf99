using PostmortemInsights.Indexing.Zones;

namespace PostmortemInsights.Indexing.Ranking;

/// <summary>
/// BM25F (Robertson, Zaragoza, Taylor 2004): the frequencies of a term are weighted by zone and added up before saturation.
/// </summary>
public static class Bm25
{
    /// <summary>How soon further occurrences stop counting.</summary>
    public const double K1 = 1.2;

    /// <summary>How much long documents are held back, 0 to 1.</summary>
    public const double B = 0.5;

    /// <summary>Scores are whole multiples of 1/10000, so that they add up exactly in any order.</summary>
    public const int Unit = 10_000;

    /// <summary>How much a term tells that <paramref name="documentsWith"/> of <paramref name="documents"/> have.</summary>
    public static double Idf(int documents, int documentsWith) => Math.Log(1 + ((documents - documentsWith + 0.5) / (documentsWith + 0.5)));

    /// <summary>The frequency of a term with each zone's weight.</summary>
    public static double WeightedFrequency(ReadOnlySpan<int> frequencies)
    {
        var sum = 0.0;
        for (var zone = 0; zone < frequencies.Length; zone++)
        {
            if (frequencies[zone] > 0)
                sum += ZoneWeights.Of((Zone)zone) * frequencies[zone];
        }

        return sum;
    }

    /// <summary>The score of a term in units of 1/<see cref="Unit"/>.</summary>
    /// <param name="weight">Idf times the weight of the term in the query.</param>
    /// <param name="frequency">The weighted frequency.</param>
    /// <param name="length">Words of the document.</param>
    /// <param name="averageLength">Mean words of a document.</param>
    public static int Score(double weight, double frequency, int length, double averageLength)
    {
        var norm = K1 * (1 - B + (B * length / averageLength));
        return (int)Math.Round(Unit * weight * frequency * (K1 + 1) / (frequency + norm));
    }
}
