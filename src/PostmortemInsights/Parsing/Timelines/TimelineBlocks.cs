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
    /// The blocks of the timeline sections, headings and code between them included. Of several sections those without a time are left out
    /// when another has some, and all of them when a longer run of stamped blocks stands elsewhere. Without a section: status updates, which end in their time, else the longest run of stamped blocks.
    /// </summary>
    public static IReadOnlyList<Block> Find(Outline outline)
    {
        var sections = Sections(outline.Blocks);
        if (sections.Exists(static blocks => blocks.Exists(static b => b.Kind != BlockKind.Heading)))
        {
            var timed = sections.Where(blocks => blocks.Exists(b => TimeScanner.Scan(b.Text).Count > 0)).ToList();
            var run = LongestRun(outline);
            if (run.Count > sections.SelectMany(static blocks => blocks).Count(static block => TimeScanner.Scan(block.Text).Count > 0 || block.Kind == BlockKind.Code))
                return run;
            return [.. (timed.Count > 0 ? timed : sections).SelectMany(blocks => StampsStandBelow(blocks) ? StatusUpdates.Find(outline, blocks) : SetAsCode(blocks) ?? blocks)];
        }

        if (StampedHeads.Find(outline.Blocks) is { Count: > 0 } headed)
            return headed;
        var updates = StatusUpdates.Find(outline, outline.Blocks);
        return updates.Count >= FewestUpdates ? updates : LongestRun(outline);
    }

    /// <summary>Whether each entry of a section has its stamp on a line under it: a text comes first, a stamp last.</summary>
    private static bool StampsStandBelow(List<Block> section) =>
        section.Find(static block => block.Kind != BlockKind.Heading) is { } first && TimeScanner.Scan(first.Text).Count == 0 && StatusUpdates.IsStampAlone(section[^1]);

    /// <summary>The lines of a timeline that is set as code, and so begins with a stamped one and has its times nowhere else; null if it is not.</summary>
    private static List<Block>? SetAsCode(List<Block> section) =>
        section.Find(static block => block.Kind != BlockKind.Heading) is { Kind: BlockKind.Code } first && HeadingShape.BeginsWithStamp(first.Text.Value)
        && !section.Exists(static block => block.Kind is not (BlockKind.Code or BlockKind.Heading) && TimeScanner.Scan(block.Text).Count > 0)
            ? [.. section.Where(static block => block.Kind is BlockKind.Code or BlockKind.Heading).Select(AsText)]
            : null;

    private static Block AsText(Block block) => block.Kind == BlockKind.Code ? block with { Kind = BlockKind.Item } : block;

    private static List<List<Block>> Sections(ImmutableArray<Block> blocks)
    {
        var sections = new List<List<Block>>();
        var open = false;
        for (var i = 0; i < blocks.Length; i++)
        {
            if (blocks[i].Section != PassageKind.Timeline && !(blocks[i].Kind == BlockKind.Code && open))
            {
                open = false;
                continue;
            }

            if (!open || (blocks[i].Kind == BlockKind.Heading && blocks[i].Names.Kind == PassageKind.Timeline))
                sections.Add([]);
            open = true;
            sections[^1].Add(blocks[i]);
        }

        return sections;
    }

    private static List<Block> LongestRun(Outline outline)
    {
        var (best, current) = (new List<Block>(), new List<Block>());
        foreach (var block in outline.Blocks)
        {
            if (HeadingShape.BeginsWithStamp(block.Text.Value))
                current.Add(block);
            else if (block.Kind is BlockKind.Heading || (block.Indent == 0 && !(current.Count > 0 && outline.FollowsDirectly(current[^1].Text, block.Text))))
                current = [];
            if (current.Count > best.Count)
                best = current;
        }

        return best.Count >= FewestStamped || (best.Count >= FewestUpdates && best.TrueForAll(static block => HeadingShape.IsUpdate(block.Text.Value))) ? best.ConvertAll(AsText) : [];
    }
}
