using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Outlining;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>
/// Reads a section of follow-ups in whatever way it is written: bullets, lines, titles with an explanation below, tables, prose.
/// </summary>
internal static class ActionSection
{
    private const int FewSentences = 2;
    private const int DeepestGroup = 3;
    private const int LongestTask = 25;
    private const int LongestLeadIn = 8;
    private const int FewWords = 4;

    /// <summary>A stray blank before a bullet is no nesting.</summary>
    private const int LeastNesting = 2;

    /// <summary>The follow-ups in a run of blocks that begins with a heading or label, in order.</summary>
    public static IEnumerable<ActionDraft> Read(IReadOnlyList<Block> run)
    {
        var start = 0;
        for (var i = 0; i <= run.Count; i++)
        {
            if (i < run.Count && (i == start || !Heads(run, i)))
                continue;
            foreach (var draft in Group([.. run.Skip(start).Take(i - start)]))
                yield return draft;
            start = i;
        }
    }

    /// <summary>A heading, or a bullet that names a group whose members are not nested under it.</summary>
    private static bool Heads(IReadOnlyList<Block> run, int i) =>
        run[i].Kind == BlockKind.Heading
        || (run[i].Kind == BlockKind.Item && EndsOpen(run[i]) && i + 1 < run.Count && run[i + 1].Indent <= run[i].Indent && IsGroup(run[i]));

    /// <summary>A heading with what stands under it: a title with its explanation, or the name of a group.</summary>
    private static IEnumerable<ActionDraft> Group(List<Block> blocks)
    {
        if (blocks.Count == 0 || !Heads(blocks, 0))
            return Body(blocks);
        var (head, body) = (blocks[0], blocks[1..]);
        if (ActionWording.IsProblems(Name(head)))
            return [];
        if (IsGroup(head))
            return head.Content.IsEmpty || head.Label is null ? Body(body) : [.. Sentences(head.Content), .. Body(body)];
        if (!IsTitle(head, body))
            return Body(body);
        var explanation = Explanation(head, body);
        return [Join(head, explanation), .. body.Skip(explanation.Count).SelectMany(static block => Beside(block, leads: false))];
    }

    /// <summary>What explains a title: of what follows one that ends in a colon all up to the last bullet, else the first paragraph.</summary>
    private static List<Block> Explanation(Block head, List<Block> body)
    {
        var listed = body.FindLastIndex(static block => block.Kind == BlockKind.Item) + 1;
        return body[..(EndsOpen(head) ? listed > 0 ? listed : body.Count : Math.Min(1, body.Count))];
    }

    private static bool IsTitle(Block head, List<Block> body)
    {
        if (head.Label is not null && !head.Content.IsEmpty)
            return true;
        if (body.Count == 0)
            return ActionWording.IsImperative(head.Text.Value) && head.Label is null;
        if (body.Exists(static block => block.Kind == BlockKind.Item))
            return EndsOpen(head) && (body.Count == 1 || ActionWording.IsTask(head.Text.Value));
        return body[0].Kind == BlockKind.Paragraph && (body.Count == 1 || head.Level < Block.PseudoLevel || NamesNextLine(head, body[0]) || ActionWording.IsImperative(head.Text.Value));
    }

    /// <summary>Whether a line is the name, with a colon, of what stands right under it: <c>Better alarms:</c>.</summary>
    private static bool NamesNextLine(Block head, Block next) =>
        EndsOpen(head) && next.Line == head.Line + 1 && head.Text.Words.Count <= LongestLeadIn && !ActionWording.IsLeadIn(head.Text.Value);

    private static IEnumerable<ActionDraft> Body(List<Block> body, int depth = 0)
    {
        if (body.Exists(static block => block.Kind == BlockKind.Row))
            return ActionTable.Read(body.FindAll(static block => block.Kind == BlockKind.Row));
        return body.Exists(static block => block.Kind == BlockKind.Item) ? Items(body, depth) : Paragraphs(body);
    }

    /// <summary>Bullets, with what is nested under each, up to the closing words.</summary>
    private static IEnumerable<ActionDraft> Items(List<Block> blocks, int depth)
    {
        var margin = blocks.Find(static block => block.Kind == BlockKind.Item)!.Indent;
        for (var i = 0; i < blocks.Count;)
        {
            var item = blocks[i++];
            if (i > 1 && item.Kind == BlockKind.Paragraph && ActionWording.IsClosing(item.Text.Value))
                yield break;
            var nested = new List<Block>();
            while (i < blocks.Count && BelongsTo(blocks[i], item, margin))
                nested.Add(blocks[i++]);
            foreach (var draft in item.Kind == BlockKind.Item ? Item(item, nested, depth) : Beside(item, i == 1))
                yield return draft;
        }
    }

    /// <summary>A paragraph beside a list: behind bullets one that begins with a verb, in front of them each sentence that does.</summary>
    private static IEnumerable<ActionDraft> Beside(Block paragraph, bool leads)
    {
        if (paragraph.Kind != BlockKind.Paragraph || EndsOpen(paragraph))
            return [];
        IEnumerable<CleanText> passages = leads ? Parsing.Sentences.Of(paragraph.Text) : [paragraph.Text];
        return passages.Where(static p => ActionWording.IsTask(p.Value) && p.Words.Count > FewWords && !ActionWording.IsLeadIn(p.Value)).Select(static p => new ActionDraft(p.Value, p.Span));
    }

    /// <summary>Whether a block is nested under a bullet; the list may begin further in than that bullet stands.</summary>
    private static bool BelongsTo(Block block, Block item, int margin)
    {
        if (item.Kind != BlockKind.Item)
            return false;
        if (block.Kind != BlockKind.Item)
            return block.Indent > item.Indent || (EndsOpen(item) && block.Kind == BlockKind.Paragraph && block.Line == item.Line + 1);
        return block.Indent >= Math.Max(item.Indent, margin) + LeastNesting || (item.Numbered && !block.Numbered && EndsOpen(item) && block.Indent == item.Indent);
    }

    private static IEnumerable<ActionDraft> Item(Block item, List<Block> nested, int depth)
    {
        if (ActionWording.IsEmpty(item.Text.Value))
            return [];
        if (item.Label is not null && (item.Content.IsEmpty ? IsGroup(item) : IsGroupLabel(item)))
            return [.. Sentences(item.Content), .. Nested(nested, depth)];
        if (!EndsOpen(item) || (nested.Count == 0 && ActionWording.IsImperative(item.Text.Value) && Parsing.Sentences.Of(item.Text).Length > 1 && !ActionWording.IsLeadIn(item.Text.Value)))
            return [new ActionDraft(item.Text.Value, item.Text.Span)];
        return nested.Count == 0 || OnlyLeadsIn(item) || OnlyNames(item, nested) ? Nested(nested, depth) : [Join(item, nested)];
    }

    /// <summary>Whether a bullet only names what the tasks nested under it are about.</summary>
    private static bool OnlyNames(Block item, List<Block> nested) =>
        nested.Count > 1 && !ActionWording.IsCommand(item.Text.Value) && nested.TrueForAll(static block => ActionWording.IsImperative(block.Text.Value));

    /// <summary>Whether a bullet only announces what is nested under it; a longer one is a task itself.</summary>
    private static bool OnlyLeadsIn(Block item) => ActionWording.IsLeadIn(item.Text.Value) && item.Text.Words.Count <= LongestLeadIn;

    private static IEnumerable<ActionDraft> Nested(List<Block> nested, int depth) => depth < DeepestGroup ? Body(nested, depth + 1) : [];

    /// <summary>Lines without bullets: one each, up to the closing words; a lead-in is none, nor is what looks back before the first.</summary>
    private static IEnumerable<ActionDraft> Paragraphs(List<Block> blocks) => blocks
        .Where(static block => block.Kind == BlockKind.Paragraph)
        .SkipWhile(static block => ActionWording.IsClosing(block.Text.Value))
        .TakeWhile(static block => !ActionWording.IsClosing(block.Text.Value))
        .Where((block, i) => i == 0 || !ActionWording.IsSignature(block.Text.Value))
        .SelectMany(Paragraph);

    private static IEnumerable<ActionDraft> Paragraph(Block block)
    {
        var text = block.Text;
        if (text.Value[^1] is ':' or '：' or '?' || ActionWording.IsEmpty(text.Value))
            return [];
        if (block.Label is not null && IsGroupLabel(block))
            return Sentences(block.Content);
        var sentences = Parsing.Sentences.Of(text).ToList();
        if (sentences.Count <= 1 || block.Label is not null)
            return ActionWording.IsLeadIn(text.Value) || Explains(text) ? [] : [new ActionDraft(text.Value, text.Span)];
        if (sentences is [var first, var second] && ActionWording.Asks(first) && ActionWording.AsksForMore(second))
            return sentences.Select(static s => new ActionDraft(s.Value, s.Span));
        var actions = sentences.FindAll(static s => ActionWording.IsAction(s) && !ActionWording.IsLeadIn(s.Value));
        if (actions.Count > 1 && (sentences.Count > FewSentences || actions.TrueForAll(static s => ActionWording.IsImperative(s.Value))))
            return actions.Select(static s => new ActionDraft(s.Value, s.Span));
        if (sentences.Count > FewSentences && actions.Count == 1)
            return actions.Select(static s => new ActionDraft(s.Value, s.Span));
        return ActionWording.IsLeadIn(sentences[0].Value) || !sentences.Exists(ActionWording.Asks) ? [] : [new ActionDraft(text.Value, text.Span)];
    }

    /// <summary>Whether a line is too long for the name of a task and asks for nothing.</summary>
    private static bool Explains(CleanText sentence) => sentence.Words.Count > LongestTask && !ActionWording.Asks(sentence);

    private static IEnumerable<ActionDraft> Sentences(CleanText text) =>
        Parsing.Sentences.Of(text).Where(static s => s.Value[^1] != ':' && !ActionWording.IsLeadIn(s.Value) && !ActionWording.IsEmpty(s.Value)).Select(static s => new ActionDraft(s.Value, s.Span));

    private static ActionDraft Join(Block head, IEnumerable<Block> explanation)
    {
        var parts = explanation.Select(static block => block.Text).Prepend(head.Text).ToList();
        var title = parts[0].Value.TrimEnd(':', ' ');
        var text = parts.Count == 1 ? title : title + ": " + string.Join(' ', parts.Skip(1).Select(static part => part.Value));
        return new ActionDraft(text, new SourceSpan(parts[0].Span.Start, parts[^1].Span.End));
    }

    private static bool EndsOpen(Block block) => block.Text.Value[^1] is ':' or '：';

    private static bool IsGroup(Block block) => ActionWording.IsGroup(Name(block), block.Label is null ? block.Names : block.LabelNames);

    private static bool IsGroupLabel(Block block) => ActionWording.IsGroupLabel(Name(block), block.LabelNames);

    private static string Name(Block block) => block.Label?.Value ?? block.Text.Value.TrimEnd(':', ' ');
}
