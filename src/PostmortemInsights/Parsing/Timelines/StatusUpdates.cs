using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Parsing.Times;

namespace PostmortemInsights.Parsing.Timelines;

/// <summary>Updates as status pages give them: a heading such as <c>Investigating</c>, a text, and the time at the end or on a line of its own.</summary>
internal static class StatusUpdates
{
    private const int LongestTail = 8;
    private const int ShortestText = 20;

    /// <summary>One block an update: heading, text and time as one; empty when the document has no such updates.</summary>
    public static List<Block> Find(Outline outline, IEnumerable<Block> blocks)
    {
        var updates = new List<Block>();
        Block? head = null;
        Block? text = null;
        foreach (var block in blocks)
        {
            if (block.Kind == BlockKind.Heading)
            {
                (head, text) = (block.Level == Block.PseudoLevel ? block : null, null);
                continue;
            }

            var told = text is not null && outline.FollowsDirectly(text.Text, block.Text) ? text with { Text = text.Text.Append(block.Text) } : block;
            if (EndsInStamp(told.Text))
            {
                updates.Add(Update(head, told.Text, told));
                (head, text) = (null, null);
            }
            else if (text is not null && IsStampAlone(block))
            {
                updates.Add(Update(head, text.Text.Append(block.Text), text));
                (head, text) = (null, null);
            }
            else
            {
                text = text is null || !block.Text.Value.StartsWith("Posted", StringComparison.Ordinal) ? told : text;
            }
        }

        return updates;
    }

    /// <summary>Whether a text ends in its time, behind the end of a sentence.</summary>
    public static bool EndsInStamp(CleanText text) =>
        TimeScanner.Scan(text) is [.., { Time: not null, Date: not null } last] && last.Start > ShortestText && text.Value.Length - last.End <= LongestTail
        && !text.Value.AsSpan(last.End).ContainsAny(".!?") && text.Value[..last.Start].TrimEnd(' ', '"', '(', '-', '–', '—') is [.., '.' or '!' or ')'];

    private static Block Update(Block? head, CleanText text, Block at) => at with { Text = head is null ? text : head.Text.Append(text) };

    /// <summary>Whether a block is nothing but a day and a time.</summary>
    public static bool IsStampAlone(Block block) =>
        TimeScanner.Scan(block.Text) is [{ Time: not null, Date: not null } only] && only.Start <= LongestTail && block.Text.Value.Length - only.End <= LongestTail;
}
