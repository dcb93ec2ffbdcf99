using System.Collections.Immutable;
using System.Text;

namespace PostmortemInsights.Reporting;

/// <summary>A line of text in pieces, each with its emphasis; nothing in it acts on a terminal.</summary>
/// <param name="Pieces">The pieces in order.</param>
public sealed record StyledLine(params ImmutableArray<Piece> Pieces)
{
    /// <summary>The line without emphasis.</summary>
    public override string ToString()
    {
        var line = new StringBuilder();
        foreach (var piece in Pieces)
            line.Append(piece.Text);
        return line.ToString();
    }
}

/// <summary>A piece of a line.</summary>
/// <param name="Text">The words.</param>
/// <param name="Emphasis">How they stand out.</param>
public sealed record Piece(string Text, Emphasis Emphasis)
{
    /// <summary>A piece without emphasis.</summary>
    public static implicit operator Piece(string text) => new(text, Emphasis.None);
}

/// <summary>How a piece of a line stands out where the reader's device can show it.</summary>
public enum Emphasis
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>What the line is about.</summary>
    Strong,

    /// <summary>What was looked for.</summary>
    Match,

    /// <summary>What may be passed over.</summary>
    Faint,
}
