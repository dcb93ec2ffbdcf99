using System.Text.RegularExpressions;

namespace PostmortemInsights.Parsing.Outlining;

/// <summary>Cuts a block into the label in front of its first colon and what stands behind.</summary>
internal static class Labels
{
    private const int MostWords = 10;

    /// <summary>The longest label with remarks in parentheses is shorter.</summary>
    private const int Reach = 160;

    /// <summary>The label that a text begins with; null if it begins with none.</summary>
    public static Match? Leading(string text) =>
        text.AsSpan(0, Math.Min(Reach, text.Length)).ContainsAny(':', '：') && Marks.Label().Match(text) is { Success: true } match ? match : null;

    /// <summary>The block with <see cref="Block.Label"/> and <see cref="Block.Content"/> set when its text begins with a label.</summary>
    public static Block Cut(Block block)
    {
        var text = block.Text;
        if (Leading(text.Value) is not { } match || HeadingShape.BeginsWithStamp(text.Value))
            return block;
        var label = match.Groups["label"];
        if (label.Value.Count(char.IsWhiteSpace) >= MostWords)
            return block;
        return block with { Label = text.Slice(label.Index, label.Index + label.Length), Content = text.Slice(match.Length) };
    }
}
