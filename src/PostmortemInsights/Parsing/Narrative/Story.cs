using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Parsing.Phrasing;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>A sentence of the document with where in the story it stands.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Block">The block that holds it.</param>
/// <param name="Label">The label that the block or the list above it stands under (<c>Misleading Paths</c> …), in a timeline also the heading; empty if none.</param>
/// <param name="Entry">Index of the timeline entry that it tells, -1 outside the timeline.</param>
/// <param name="Passage">What it may run on into: the entry or the paragraph.</param>
internal sealed record Statement(CleanText Text, Block Block, CleanText Label, int Entry, CleanText Passage)
{
    /// <summary>Its place in the story.</summary>
    public int Index { get; init; }

    /// <summary>The sentence's words.</summary>
    public TextWords Words => Text.Terms;

    /// <summary>Whether it is told by an entry itself, not by text that follows one.</summary>
    public bool IsEntry { get; init; }

    /// <summary>Whether it stands in the timeline.</summary>
    public bool InTimeline => Entry >= 0;

    /// <summary>The kind of section that it stands in.</summary>
    public PassageKind Section => Block.Section;
}

/// <summary>The document as sentences in order, without follow-ups and code.</summary>
internal static class Story
{
    private const int LongestCaption = 4;

    /// <summary>The statements of <paramref name="outline"/>; sentences after an entry's first block belong to that entry.</summary>
    public static List<Statement> Of(Outline outline, IReadOnlyList<TimelineEntry> timeline)
    {
        var story = new List<Statement>();
        var (scope, caption, next, current) = ((Block?)null, CleanText.Empty, 0, -1);
        foreach (var block in outline.Blocks)
        {
            while (next < timeline.Count && timeline[next].Span.End <= block.Text.Span.Start)
                next++;
            if (block.Section is PassageKind.Actions or PassageKind.Code or PassageKind.Title || outline.NamesColumns(block))
                continue;
            scope = ScopeAt(block, scope);
            var ofEntry = next < timeline.Count && timeline[next].Span.Start < block.Text.Span.End;
            if (block.Section != PassageKind.Timeline || (block.Kind == BlockKind.Heading && block.Level != Block.PseudoLevel && !ofEntry))
                (current, caption) = (-1, CleanText.Empty);
            var told = next;
            while (next < timeline.Count && block.Text.Span.Contains(timeline[next].Span))
            {
                var entry = block.Text.Within(timeline[next].Span);
                caption = timeline[next].At is null ? caption : CleanText.Empty;
                Add(entry, LabelOf(block, scope, caption), current = next, block, isEntry: true);
                if (timeline[next++].At is not null && entry.Terms.Count <= LongestCaption)
                    caption = entry;
            }

            if (told != next)
                continue;
            ofEntry = next < timeline.Count && timeline[next].Span.Start < block.Text.Span.End;
            current = ofEntry ? next : current;
            var passage = ofEntry ? block.Text.Within(timeline[next].Span) : block.Text;
            if ((block.Kind != BlockKind.Heading || LeadsIn(block, ofEntry)) && (ofEntry || !IsOnlyLabel(block)))
                Add(passage, LabelOf(block, scope, caption), current, block, ofEntry);
        }

        return story;

        void Add(CleanText passage, CleanText label, int entry, Block block, bool isEntry)
        {
            foreach (var sentence in Sentences.Of(passage))
                story.Add(new Statement(sentence, block, label, entry, passage) { Index = story.Count, IsEntry = isEntry });
        }
    }

    private static CleanText LabelOf(Block block, Block? scope, CleanText caption) =>
        block.Label ?? scope?.Label ?? (caption.Value.Length == 0 && block.Section == PassageKind.Timeline ? block.Under : caption);

    /// <summary>The label line that heads a list, for as long as items stand deeper than it; of a bullet also the paragraphs behind it.</summary>
    private static Block? ScopeAt(Block block, Block? scope)
    {
        if (block.Kind != BlockKind.Heading && IsOnlyLabel(block))
            return block;
        var holds = block.Kind == BlockKind.Item ? block.Indent > scope?.Indent : block.Kind == BlockKind.Paragraph && scope?.Kind == BlockKind.Item;
        return holds ? scope : null;
    }

    /// <summary>Whether a line of an entry that ends in a colon is a sentence of the story: <c>She hands it to the vendor with a note:</c></summary>
    private static bool LeadsIn(Block block, bool ofEntry) =>
        ofEntry && block.Level == Block.PseudoLevel && block.Text.Terms.Count > LongestCaption;

    private static bool IsOnlyLabel(Block block) => block.Label is not null && block.Content.IsEmpty;
}
