using PostmortemInsights.Parsing.Outlining;

namespace PostmortemInsights.Parsing.Windows;

/// <summary>What a block gives behind a label, in a row whose first cell names the second, or under the heads of a table.</summary>
internal static class LabelledValue
{
    /// <summary>Each label with its value; none where the block has no label.</summary>
    public static IEnumerable<(string Label, CleanText Value)> Of(Block block)
    {
        if (block.Cells.Count > 2 && block.Header.Count == block.Cells.Count)
            return block.Header.Zip(block.Cells, static (head, cell) => (head.Value, cell));
        if (block.Cells.Count >= 2)
            return [(block.Cells[0].Value, block.Cells[1])];
        return block.Label is { } label && !block.Content.IsEmpty ? [(label.Value, block.Content)] : [];
    }
}
