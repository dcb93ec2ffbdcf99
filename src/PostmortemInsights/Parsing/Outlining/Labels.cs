using System.Text.RegularExpressions;

namespace PostmortemInsights.Parsing.Outlining;

/// <summary>Cuts a block into the label that it begins with, up to a colon or the stop of a run-in head, and what stands behind.</summary>
internal static partial class Labels
{
    private const int MostWords = 10;

    /// <summary>Characters of the longest run-in head.</summary>
    private const int LongestHead = 80;

    /// <summary>The longest label with remarks in parentheses is shorter.</summary>
    private const int Reach = 160;

    /// <summary>The label that a text begins with; null if it begins with none.</summary>
    public static Match? Leading(string text) =>
        text.AsSpan(0, Math.Min(Reach, text.Length)).ContainsAny(':', '：') && Marks.Label().Match(text) is { Success: true } match && IsWhole(match.Groups["label"].ValueSpan) ? match : null;

    /// <summary>Whether each bracket that opens in a label is closed in it.</summary>
    private static bool IsWhole(ReadOnlySpan<char> label) => label.Count('(') == label.Count(')') && label.Count('[') == label.Count(']');

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

    /// <summary>
    /// The block with a short sentence that it opens with as its label: in a paragraph one that stands out in bold or italics
    /// (<c>**What it was.** A loose cable.</c>), anywhere one that <paramref name="names"/> know word for word (<c>So why? A loose cable.</c>);
    /// an item that is nothing but such a name in bold is all label, for what hangs under it.
    /// </summary>
    /// <param name="block">The block.</param>
    /// <param name="raw">The first line of the block, with its marks.</param>
    /// <param name="names">What sections are called.</param>
    public static Block RunIn(Block block, ReadOnlySpan<char> raw, SectionNames names)
    {
        if (block.Label is not null)
            return block;
        if (block.Kind == BlockKind.Item && Marks.BoldLine().IsMatch(raw) && names.FindExact(block.Text.Value) is not null)
            return block with { Label = block.Text, Content = CleanText.Empty };
        if (Stop(block.Text.Value) is not (> 0 and var stop))
            return block;
        var head = block.Text.Slice(0, stop).TrimEnd('.', '?', '!');
        var known = names.FindExact(head.Value) is not null;
        return known || (block.Kind == BlockKind.Paragraph && Emphasised().IsMatch(raw))
            ? block with { Label = head, Content = block.Text.Slice(stop) }
            : block;
    }

    /// <summary>The end of a first sentence that is short enough for a head, when another one follows; 0 otherwise.</summary>
    private static int Stop(string text)
    {
        var stop = text.AsSpan(0, Math.Min(LongestHead, text.Length)).IndexOfAny('.', '?', '!');
        return stop > 0 && stop + 2 < text.Length && text[stop + 1] == ' ' && text.AsSpan(0, stop).Count(' ') < MostWords ? stop + 1 : 0;
    }

    [GeneratedRegex(@"\A(?:\*{1,3}|_{1,2}|<(?:b|strong|em|i)>)[^*_<>.?!\n]{2,80}[.?!](?:\*{1,3}|_{1,2}|</(?:b|strong|em|i)>)\s", RegexOptions.ExplicitCapture)]
    private static partial Regex Emphasised();
}
