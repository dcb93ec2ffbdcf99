using System.Collections.Immutable;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Parsing.Outlining;

/// <summary>The blocks of a document in order, each with its section.</summary>
/// <param name="Document">The text that the blocks' spans point into.</param>
/// <param name="Blocks">The blocks.</param>
internal sealed record Outline(string Document, ImmutableArray<Block> Blocks)
{
    /// <summary>The blocks that are no code.</summary>
    public ImmutableArray<Block> Text { get; } = Blocks.RemoveAll(static block => block.Kind == BlockKind.Code);

    private readonly HashSet<object> _columnNames = new(Blocks.Where(static block => block.Header.Count > 0).Select(static block => block.Header), ReferenceEqualityComparer.Instance);

    /// <summary>Whether a row names the columns of a table.</summary>
    public bool NamesColumns(Block block) => block.Cells.Count > 0 && _columnNames.Contains(block.Cells);

    /// <summary>Whether <paramref name="next"/> begins on the line right behind <paramref name="text"/>.</summary>
    public bool FollowsDirectly(CleanText text, CleanText next) =>
        text.Span.End is var end && next.Span.Start > end && Document.AsSpan(end, next.Span.Start - end).Count('\n') == 1;

    /// <summary>The text cut into passages for search and classification: one a block, in order.</summary>
    public ImmutableArray<Passage> Passages() =>
        [.. Blocks.Where(static block => block.Text.Span.Length > 0).Select(static block => new Passage(block.Section, block.Text.Span))];
}
