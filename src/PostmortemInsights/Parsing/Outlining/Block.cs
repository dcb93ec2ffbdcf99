using PostmortemInsights.Incidents;

namespace PostmortemInsights.Parsing.Outlining;

/// <summary>What a block of the outline is.</summary>
internal enum BlockKind
{
    /// <summary>A line that heads what follows.</summary>
    Heading,

    /// <summary>A list item, with its wrapped lines.</summary>
    Item,

    /// <summary>A paragraph, with its wrapped lines.</summary>
    Paragraph,

    /// <summary>A row of a table; <see cref="Block.Cells"/> holds its cells.</summary>
    Row,

    /// <summary>A line of code or output.</summary>
    Code,
}

/// <summary>One unit of the outline: a heading, an item, a paragraph, a row.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text without markup, bullet or number.</param>
/// <param name="Line">Its line in the document, from 1.</param>
/// <param name="Indent">Columns before the text begins, so that nesting shows.</param>
/// <param name="Level">For headings 1 to 6 as marked, <see cref="PseudoLevel"/> for bold, capital or colon-ended lines; else 0.</param>
internal sealed record Block(BlockKind Kind, CleanText Text, int Line, int Indent, int Level)
{
    /// <summary>Level of headings that are only written like one.</summary>
    public const int PseudoLevel = 7;

    /// <summary>What stands before the first colon when that reads like a label (<c>Root Cause</c> of <c>Root Cause: …</c>), else null.</summary>
    public CleanText? Label { get; init; }

    /// <summary>The kind of section that its text names, if it is short enough for a heading.</summary>
    public SectionNaming Names { get; init; }

    /// <summary>The kind of section that its label names.</summary>
    public SectionNaming LabelNames { get; init; }

    /// <summary>What stands after the label, or the whole text.</summary>
    public CleanText Content { get; init; } = Text;

    /// <summary>The cells of a table row.</summary>
    public IReadOnlyList<CleanText> Cells { get; init; } = [];

    /// <summary>For a table row that follows a header: the header's cells.</summary>
    public IReadOnlyList<CleanText> Header { get; init; } = [];

    /// <summary>The kind of section that it stands in.</summary>
    public PassageKind Section { get; init; }

    /// <summary>The nearest heading above, or an empty text.</summary>
    public CleanText Under { get; init; } = CleanText.Empty;

    /// <summary>Whether the list that it belongs to is numbered.</summary>
    public bool Numbered { get; init; }

    /// <summary>Whether the item's check box is ticked; null when it has none.</summary>
    public bool? Done { get; init; }
}
