using System.Collections.Immutable;

namespace PostmortemInsights.Classifying;

/// <summary>An incident as the models see it.</summary>
/// <param name="Zones">Its words by zone.</param>
/// <param name="Terms">Its terms with their counts, weighted by zone.</param>
/// <param name="Flags">What is known of the text as a whole, with how sure it is.</param>
internal sealed record ModelInput(
    ImmutableArray<ZonedWords> Zones, SortedDictionary<string, double> Terms, ImmutableArray<(string Name, double Value)> Flags)
{
    // Stands in every text: its weights are the categories' rates among the labels.
    private const string Always = "(always)";
    private const string NoCause = "(no cause stated)";

    public static ModelInput Read(ImmutableArray<ZonedWords> zones)
    {
        var stated = zones.Any(z => z.Zone == Zone.Cause && z.Words.Count > 0);
        return new(zones, CountTerms(zones), [(Always, 1), (NoCause, stated ? 0 : 1)]);
    }

    /// <summary>The same text, with how probable each cause is.</summary>
    public ModelInput With(IEnumerable<(string Cause, double Probability)> causes) =>
        this with { Flags = Flags.AddRange(causes.Select(c => ($"(cause {c.Cause})", c.Probability))) };

    private static SortedDictionary<string, double> CountTerms(ImmutableArray<ZonedWords> zones)
    {
        var counts = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var (zone, words) in zones)
        {
            foreach (var word in words.Where(w => Vocabulary.IsTerm(w.Stem)))
                counts[word.Stem] = counts.GetValueOrDefault(word.Stem) + WeightOf(zone);
        }

        return counts;
    }

    /// <summary>How much a word counts by the zone that it stands in.</summary>
    public static double WeightOf(Zone zone) => zone switch
    {
        Zone.Cause => 3,
        Zone.Title or Zone.Finding => 2,
        Zone.Summary or Zone.Resolution => 1,
        Zone.Actions => 0.5,
        _ => 0.2,
    };
}
