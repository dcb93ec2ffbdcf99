using System.Globalization;

namespace PostmortemInsights.Indexing.Zones;

/// <summary>How much a word counts in each zone, from <c>zones.txt</c>.</summary>
public static class ZoneWeights
{
    /// <summary>Number of zones.</summary>
    public const int Count = (int)Zone.Metadata + 1;

    // In the order of the zones; to ask the enumeration for them would take longer than all the rest of the list.
    private static readonly string[] Names =
    [
        nameof(Zone.Other), nameof(Zone.Title), nameof(Zone.Summary), nameof(Zone.Impact), nameof(Zone.Detection), nameof(Zone.Early), nameof(Zone.Late),
        nameof(Zone.Misleading), nameof(Zone.Cause), nameof(Zone.Fix), nameof(Zone.Action), nameof(Zone.Lesson), nameof(Zone.Code), nameof(Zone.Metadata),
    ];

    private static readonly int[] Halves = Read();

    /// <summary>The weight of a zone; 1 is a word in running text.</summary>
    public static double Of(Zone zone) => Halves[(int)zone] / 2.0;

    /// <summary>The weight of a zone in halves, so that weighted frequencies are whole numbers in an index.</summary>
    public static int HalvesOf(Zone zone) => Halves[(int)zone];

    private static int[] Read()
    {
        var weights = new int[Count];
        foreach (var line in EmbeddedText.Lines("Indexing/zones.txt"))
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var zone = Array.FindIndex(Names, name => name.Equals(parts[0], StringComparison.OrdinalIgnoreCase));
            weights[zone] = Convert.ToInt32(2 * double.Parse(parts[1], CultureInfo.InvariantCulture));
        }

        return weights;
    }
}
