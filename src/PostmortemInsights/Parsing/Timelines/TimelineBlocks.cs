using System.Collections.Immutable;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Parsing.Times;

namespace PostmortemInsights.Parsing.Timelines;

/// <summary>Which blocks of an outline hold the timeline.</summary>
internal static class TimelineBlocks
{
    private const int FewestStamped = 3;
    private const int FewestUpdates = 2;

    /// <summary>
    /// The blocks of the timeline sections, headings between them included. Of several sections those without a time are left out
    /// when another has some. Without a section: status updates, which end in their time, else the longest run of stamped blocks.
    /// </summary>
    public static IReadOnlyList<Block> Find(Outline outline)
    {
        var sections = Sections(outline.Blocks);
        if (sections.Exists(static blocks => blocks.Exists(static b => b.Kind != BlockKind.Heading)))
        {
            var timed = sections.Where(blocks => blocks.Exists(b => TimeScanner.Scan(b.Text).Count > 0)).ToList();
            return [.. (timed.Count > 0 ? timed : sections).SelectMany(static blocks => blocks)];
        }

        if (StampedHeads.Find(outline.Blocks) is { Count: > 0 } headed)
            return headed;
        var updates = StatusUpdates.Find(outline.Blocks);
        return updates.Count >= FewestUpdates ? updates : LongestRun(outline.Blocks);
    }

    private static List<List<Block>> Sections(ImmutableArray<Block> blocks)
    {
        var sections = new List<List<Block>>();
        for (var i = 0; i < blocks.Length; i++)
        {
            if (blocks[i].Section != PassageKind.Timeline)
                continue;
            if (i == 0 || blocks[i - 1].Section is not (PassageKind.Timeline or PassageKind.Code) || (blocks[i].Kind == BlockKind.Heading && blocks[i].Names.Kind == PassageKind.Timeline))
                sections.Add([]);
            if (sections.Count == 0)
                sections.Add([]);
            sections[^1].Add(blocks[i]);
        }

        return sections;
    }

    private static List<Block> LongestRun(ImmutableArray<Block> blocks)
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
