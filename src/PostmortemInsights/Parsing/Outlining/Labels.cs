namespace PostmortemInsights.Parsing.Outlining;

/// <summary>Cuts a block into the label in front of its first colon and what stands behind.</summary>
internal static class Labels
{
    private const int MostWords = 10;

    /// <summary>The block with <see cref="Block.Label"/> and <see cref="Block.Content"/> set when its text begins with a label.</summary>
    public static Block Cut(Block block)
    {
        var text = block.Text;
        var match = Marks.Label().Match(text.Value);
        if (!match.Success || HeadingShape.BeginsWithStamp(text.Value))
            return block;
        var label = match.Groups["label"];
        if (label.Value.Count(char.IsWhiteSpace) >= MostWords)
            return block;
        return block with { Label = text.Slice(label.Index, label.Index + label.Length), Content = text.Slice(match.Length) };
    }
}
