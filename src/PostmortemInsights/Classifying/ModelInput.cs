using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace PostmortemInsights.Classifying;

/// <summary>An incident as the models see it.</summary>
/// <param name="Zones">Its words by zone.</param>
/// <param name="Causes">How probable each cause is, for the facets that build on the causes; empty for the causes themselves.</param>
internal sealed record ModelInput(ImmutableArray<ZonedWords> Zones, ImmutableArray<double> Causes)
{
    /// <summary>How often each of its stems stands in it, weighted by zone.</summary>
    public IReadOnlyDictionary<int, double> Counts { get; } = Count(Zones);

    /// <summary>Whether it states a cause.</summary>
    public bool StatesCause => Zones.Any(static z => z.Zone == Zone.Cause && z.Words.Count > 0);

    private static Dictionary<int, double> Count(ImmutableArray<ZonedWords> zones)
    {
        var counts = new Dictionary<int, double>();
        foreach (var (zone, words) in zones)
        {
            foreach (var word in words)
                CollectionsMarshal.GetValueRefOrAddDefault(counts, word.Stem, out _) += WeightOf(zone);
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

/// <summary>What is known of a text as a whole, numbered like the stems of its words.</summary>
/// <param name="causes">The causes, which components and triggers build on.</param>
/// <param name="stems">They know the flags from now on.</param>
internal sealed class Flags(ImmutableArray<Category> causes, Stems stems)
{
    private const double CauseScale = 2;

    private readonly int noCause = stems.Add("(no cause stated)");
    private readonly ImmutableArray<int> named = [.. causes.Select(c => stems.Add($"(cause {c.Id})"))];

    /// <summary>A flag that stands in every text: its weights are the categories' rates among the labels.</summary>
    public int Always { get; } = stems.Add("(always)");

    /// <summary>The flags of a text, with how much they count.</summary>
    public IEnumerable<KeyValuePair<int, double>> Of(ModelInput input) =>
        [new(Always, 1), new(noCause, input.StatesCause ? 0 : 1), .. input.Causes.Select((p, i) => KeyValuePair.Create(named[i], CauseScale * p))];
}
