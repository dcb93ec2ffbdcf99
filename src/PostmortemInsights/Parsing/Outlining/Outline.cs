using System.Collections.Immutable;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Parsing.Outlining;

/// <summary>The blocks of a document in order, each with its section.</summary>
/// <param name="Document">The text that the blocks' spans point into.</param>
/// <param name="Blocks">The blocks.</param>
internal sealed record Outline(string Document, IReadOnlyList<Block> Blocks)
{
    /// <summary>The blocks of the given kinds of section, headings left out.</summary>
    public IEnumerable<Block> Of(params PassageKind[] kinds) =>
        Blocks.Where(block => block.Kind != BlockKind.Heading && Array.IndexOf(kinds, block.Section) >= 0);

    /// <summary>The text cut into passages for search and classification: one a block, in order.</summary>
    public ImmutableArray<Passage> Passages() =>
        [.. Blocks.Where(static block => block.Text.Span.Length > 0).Select(static block => new Passage(block.Section, block.Text.Span))];
}
