using System.Collections.Immutable;

namespace PostmortemInsights.Classifying;

/// <summary>Counts the cues of one facet's categories in the zones of a text.</summary>
internal sealed class FeatureReader(ImmutableArray<Category> categories, Stems stems)
{
    private const double EffectWeight = 0.3;
    private const double OccasionWeight = 2;

    private readonly Roles connectives = new(stems);

    private static readonly ImmutableArray<Zone> Zones =
        [Zone.Cause, Zone.Title, Zone.Summary, Zone.Finding, Zone.Resolution, Zone.Actions, Zone.Story];

    /// <summary>Cue features a category: in each zone how many and what share of all cues there, and how early in the cause.</summary>
    public static int CueFeatures => (2 * Zones.Length) + 1;

    /// <summary>The cues of the categories.</summary>
    public CueFinder Cues { get; } = new(categories, stems);

    /// <summary>The cues that stand in each stretch of a text.</summary>
    public ImmutableArray<List<CueHit>> Hits(ImmutableArray<ZonedWords> text) => [.. text.Select(zone => Cues.Find(zone.Words))];

    /// <summary>How strongly the cues of each category stand in each zone of a text.</summary>
    public ImmutableArray<ImmutableArray<double>> CueValues(ImmutableArray<ZonedWords> text) => CueValues(text, Hits(text));

    /// <summary>The same where the cues were found before.</summary>
    public ImmutableArray<ImmutableArray<double>> CueValues(ImmutableArray<ZonedWords> text, ImmutableArray<List<CueHit>> hits)
    {
        var counts = new double[categories.Length, Enum.GetValues<Zone>().Length];
        var firsts = Enumerable.Repeat(int.MaxValue, categories.Length).ToArray();
        foreach (var ((zone, words), found) in text.Zip(hits))
        {
            var roles = found.Count == 0 ? [] : connectives.Of(words);
            foreach (var hit in found)
            {
                counts[hit.Category, (int)zone] += hit.Weight * WeightOf(roles[hit.First]);
                if (zone == Zone.Cause)
                    firsts[hit.Category] = Math.Min(firsts[hit.Category], words[hit.First].Start);
            }
        }

        var all = Zones.Select(zone => Enumerable.Range(0, firsts.Length).Sum(c => counts[c, (int)zone])).ToArray();
        return [.. Enumerable.Range(0, categories.Length).Select(c => CueValues(counts, all, firsts, c))];
    }

    /// <summary>How strongly a category's cues stand in a zone, out of its cue features.</summary>
    public static double CuesIn(Zone zone, ImmutableArray<double> values) => values[2 * Zones.IndexOf(zone)];

    /// <summary>How much the cues in one zone contribute to their category's score.</summary>
    public static double StrengthOfCue(Zone zone, ImmutableArray<double> values, ImmutableArray<double> weights)
    {
        var at = 2 * Zones.IndexOf(zone);
        return (values[at] * weights[at]) + (values[at + 1] * weights[at + 1]);
    }

    private static double WeightOf(Role role) => role switch
    {
        Role.Effect => EffectWeight,
        Role.Occasion => OccasionWeight,
        _ => 1,
    };

    private static ImmutableArray<double> CueValues(double[,] counts, double[] all, int[] firsts, int category)
    {
        var values = ImmutableArray.CreateBuilder<double>(CueFeatures);
        for (var zone = 0; zone < Zones.Length; zone++)
        {
            var count = counts[category, (int)Zones[zone]];
            values.Add(count > 0 ? Math.Log(1 + count) : 0);
            values.Add(count > 0 ? count / all[zone] : 0);
        }

        values.Add(firsts[category] == int.MaxValue ? 0 : 1.0 / (1 + firsts.Count(f => f < firsts[category])));
        return values.MoveToImmutable();
    }
}
