using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace PostmortemInsights.Classifying;

/// <summary>An incident as the models see it.</summary>
/// <param name="Zones">Its words by zone.</param>
/// <param name="Causes">How probable each cause is, for the facets that build on the causes; empty for the causes themselves.</param>
internal sealed record ModelInput(ImmutableArray<ZonedWords> Zones, ImmutableArray<(string Cause, double Probability)> Causes)
{
    /// <summary>A flag that stands in every text: its weights are the categories' rates among the labels.</summary>
    public const string Always = "(always)";
    private const string NoCause = "(no cause stated)";
    private const double CauseScale = 2;

    /// <summary>Its terms with their counts, weighted by zone, in the order of the text.</summary>
    public IReadOnlyDictionary<string, double> Terms { get; } = CountTerms(Zones);

    /// <summary>What is known of the text as a whole, with how much it counts.</summary>
    public IEnumerable<KeyValuePair<string, double>> Flags =>
        [new(Always, 1), new(NoCause, Zones.Any(z => z.Zone == Zone.Cause && z.Words.Count > 0) ? 0 : 1), .. Causes.Select(c => KeyValuePair.Create($"(cause {c.Cause})", CauseScale * c.Probability))];

    private static Dictionary<string, double> CountTerms(ImmutableArray<ZonedWords> zones)
    {
        var counts = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (zone, words) in zones)
        {
            foreach (var word in words)
            {
                if (Vocabulary.IsTerm(word.Stem))
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, word.Stem, out _) += WeightOf(zone);
            }
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
