using System.Globalization;

namespace PostmortemInsights.Indexing.Zones;

/// <summary>How much a word counts in each zone, from <c>zones.txt</c>.</summary>
public static class ZoneWeights
{
    /// <summary>Number of zones.</summary>
    public const int Count = (int)Zone.Metadata + 1;

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
            weights[(int)Enum.Parse<Zone>(parts[0], ignoreCase: true)] = (int)(2 * double.Parse(parts[1], CultureInfo.InvariantCulture));
        }

        return weights;
    }
}
