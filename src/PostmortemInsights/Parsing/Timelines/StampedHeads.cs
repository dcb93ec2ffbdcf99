using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Parsing.Times;

namespace PostmortemInsights.Parsing.Timelines;

/// <summary>
/// Updates that each stand under a line with their time: <c>[Update - 2024-05-02 10:15 UTC]</c>, <c>**Update at 2 May 2024, 10:15**</c>, a
/// heading <c>10:15 UTC</c>; in brackets also without it: <c>[Final message]</c>.
/// </summary>
internal static partial class StampedHeads
{
    private const int LongestHead = 60;
    private const int FewestSure = 2;

    /// <summary>One block an update: its time, then all text up to the next; empty when the document has no such updates.</summary>
    public static List<Block> Find(ImmutableArray<Block> blocks)
    {
        var updates = new List<Block>();
        Block? open = null;
        foreach (var block in blocks.Where(static block => block.Kind != BlockKind.Code))
        {
            if (IsHead(block) || block is { Kind: BlockKind.Heading, Level: < Block.PseudoLevel })
            {
                Close(updates, open);
                open = IsHead(block) ? block with { Kind = BlockKind.Item, Text = StampOf(block), Label = block.Text } : null;
            }
            else if (open is not null)
            {
                open = open with { Text = open.Text.IsEmpty ? block.Text : open.Text.Append(block.Text) };
            }
        }

        Close(updates, open);
        return updates.Count(static update => InBrackets(update.Label!) || TimeScanner.Scan(update.Text) is [{ Start: 0 }, ..]) >= FewestSure ? updates : [];
    }

    private static void Close(List<Block> updates, Block? open)
    {
        if (open is { Text.IsEmpty: false })
            updates.Add(open with { Content = open.Text });
    }

    private static bool InBrackets(CleanText head) => head.Value is ['[', .., ']'];

    private static bool IsHead(Block block) => block.Text.Value.Length <= LongestHead && (Head().IsMatch(block.Text.Value) || HeadingShape.IsStatusHead(block.Text.Value) || IsClock(block));

    /// <summary>Whether a heading is a clock time, with or without its day.</summary>
    private static bool IsClock(Block block) =>
        block is { Kind: BlockKind.Heading, Level: < Block.PseudoLevel } && TimeScanner.Scan(block.Text) is [{ Time: not null }] && HeadingShape.IsStampAlone(block.Text.Value);

    /// <summary>The head from its time on, then the state that stands before it; empty without a time.</summary>
    private static CleanText StampOf(Block head)
    {
        if (TimeScanner.Scan(head.Text) is not [{ Time: not null } stamp] || (stamp.Date is null && !IsClock(head)))
            return CleanText.Empty;
        var at = head.Text.Slice(stamp.Start);
        return HeadingShape.IsStatusHead(head.Text.Value) && !Head().IsMatch(head.Text.Value) ? at.Append(head.Text.Slice(0, stamp.Start).TrimEnd('-', '–', '—', ':', '|', ',', '(', '@', '[')) : at;
    }

    [GeneratedRegex(@"\A(?:\[(?:(?:initial|final|last|close|open|first)\s)?(?:updated?|message|report|issue|notice|edit)\b[^\]]*\]|(?:(?:initial|final|last|first)\s)?(?:update|message|report|notice|edit)\s(?:at|on|from|-|–)\s?.*)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Head();
}
