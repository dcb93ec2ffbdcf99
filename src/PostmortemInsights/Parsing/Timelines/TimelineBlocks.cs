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
            return [.. (timed.Count > 0 ? timed : sections).SelectMany(static blocks => StampsStandBelow(blocks) ? StatusUpdates.Find([.. blocks]) : blocks)];
        }

        if (StampedHeads.Find(outline.Blocks) is { Count: > 0 } headed)
            return headed;
        var updates = StatusUpdates.Find(outline.Blocks);
        return updates.Count >= FewestUpdates ? updates : LongestRun(outline);
    }

    /// <summary>Whether each entry of a section has its stamp on a line under it: a text comes first, a stamp last.</summary>
    private static bool StampsStandBelow(List<Block> section) =>
        section.Find(static block => block.Kind != BlockKind.Heading) is { } first && TimeScanner.Scan(first.Text).Count == 0 && StatusUpdates.IsStampAlone(section[^1]);

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

    private static List<Block> LongestRun(Outline outline)
    {
        var (best, current) = (new List<Block>(), new List<Block>());
        foreach (var block in outline.Blocks)
        {
            if (HeadingShape.BeginsWithStamp(block.Text.Value))
                current.Add(block);
            else if (block.Kind is BlockKind.Heading || (block.Indent == 0 && !GoesOn(outline.Document, current, block)))
                current = [];
            if (current.Count > best.Count)
                best = current;
        }

        return best.Count >= FewestStamped ? best : [];
    }

    /// <summary>Whether a block stands on the line right behind the run: one among stamped lines may have no stamp.</summary>
    private static bool GoesOn(string document, List<Block> run, Block block) =>
        run.Count > 0 && block.Text.Span.Start > run[^1].Text.Span.End && document.AsSpan(run[^1].Text.Span.End, block.Text.Span.Start - run[^1].Text.Span.End).Count('\n') == 1;
}
