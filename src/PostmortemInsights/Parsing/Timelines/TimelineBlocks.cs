using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Outlining;

namespace PostmortemInsights.Parsing.Timelines;

/// <summary>Which blocks of an outline hold the timeline.</summary>
internal static class TimelineBlocks
{
    private const int FewestStamped = 3;

    /// <summary>The blocks of the first timeline section, headings between them included; without one, the longest run of stamped blocks.</summary>
    public static IReadOnlyList<Block> Find(Outline outline)
    {
        var section = outline.Blocks.Where(static block => block.Section == PassageKind.Timeline).ToList();
        if (section.Exists(static block => block.Kind != BlockKind.Heading))
            return section;
        return LongestRun(outline.Blocks);
    }

    private static List<Block> LongestRun(IReadOnlyList<Block> blocks)
    {
        var (best, current) = (new List<Block>(), new List<Block>());
        foreach (var block in blocks)
        {
            if (HeadingShape.BeginsWithStamp(block.Text.Value))
                current.Add(block);
            else if (block.Kind is BlockKind.Heading || block.Indent == 0)
                current = [];
            if (current.Count > best.Count)
                best = current;
        }

        return best.Count >= FewestStamped ? best : [];
    }
}
