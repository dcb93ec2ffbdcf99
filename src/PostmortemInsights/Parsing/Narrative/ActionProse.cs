using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Parsing.Phrasing;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>Finds follow-ups that are told elsewhere than in a section for them.</summary>
internal static partial class ActionProse
{
    private const int FewestTasks = 2;
    private const int LongestList = 40;

    /// <summary>An opening stands within so many characters.</summary>
    private const int LongestOpening = 24;

    private static readonly Wordings Afterwards = Wordings.Load("Parsing/Narrative/Actions/afterwards.txt");
    private static readonly Wordings Lasting = Wordings.Load("Parsing/Narrative/Actions/lasting.txt");
    private static readonly Wordings Openings = Wordings.Load("Parsing/Narrative/Actions/openings.txt");

    /// <summary>
    /// Fixes that are meant for the next time; and, when no section lists follow-ups, titles and sentences that promise one.
    /// </summary>
    public static IEnumerable<ActionDraft> Read(Outline outline, bool listed)
    {
        var blocks = outline.Blocks;
        var counting = false;
        for (var i = 0; i < blocks.Length; i++)
        {
            foreach (var draft in MeantForNextTime(blocks[i]))
                yield return draft;
            if (blocks[i] is { Kind: BlockKind.Heading, Section: PassageKind.Lessons } && Advice(blocks, i) is { Count: > 0 } advice)
            {
                foreach (var block in advice)
                    yield return new ActionDraft(block.Text.Value, block.Text.Span);
                i += Body(blocks, i).Count();
                continue;
            }

            if (AnnouncesPrevention(blocks[i]) && List(blocks, i) is { Count: > 0 } prevention)
            {
                foreach (var draft in ActionSection.Read(prevention))
                    yield return draft;
                i += prevention.Count;
                continue;
            }

            var looksAhead = i * 2 > blocks.Length && LooksAhead(blocks[i]);
            if (!(looksAhead || MayPromise(blocks[i].Section)) || IsStatus(blocks[i]) || (listed && !(blocks[i].Section == PassageKind.Other && blocks[i].Kind == BlockKind.Item)))
                continue;
            if (Announces(blocks[i]) && List(blocks, i) is { Count: > 0 } list)
            {
                foreach (var draft in ActionSection.Read(list))
                    yield return draft;
                i += list.Count;
                continue;
            }

            if (i * 2 > blocks.Length && IsOwnHeading(blocks[i]) && Tasks(blocks, i) is { Count: > 0 } tasks)
            {
                foreach (var draft in ActionSection.Read(tasks))
                    yield return draft;
                i += tasks.Count;
                continue;
            }

            if (IsLesson(blocks[i]) && (Body(blocks, i).Any(Promises) || (counting && char.IsDigit(blocks[i].Text.Value[0]))))
            {
                counting = true;
                yield return new ActionDraft(blocks[i].Text.Value, blocks[i].Text.Span);
                i += Body(blocks, i).Count();
                continue;
            }

            foreach (var draft in looksAhead ? Changes(blocks[i]) : Promised(blocks, i))
                yield return draft;
        }
    }

    /// <summary>Whether a paragraph tells how things will be from here on: <c>From now on every build is …</c>, <c>This is what we will do:</c></summary>
    private static bool LooksAhead(Block block) =>
        block is { Kind: BlockKind.Paragraph, Section: not (PassageKind.Timeline or PassageKind.Actions) }
        && (Openings.AnyIn(block.Text.Slice(0, Math.Min(LongestOpening, block.Text.Value.Length)).Words) || Announces(block));

    /// <summary>The sentences of such a paragraph, but for those that only comment on the one before.</summary>
    private static IEnumerable<ActionDraft> Changes(Block block) => Sentences.Of(block.Text)
        .Where(static s => !Comments().IsMatch(s.Value) && !ActionWording.IsClosing(s.Value))
        .Select(static s => new ActionDraft(s.Value, s.Span));

    /// <summary>Among the fixes, what stays when the incident is over: a bullet that begins with it, else the sentences that say so; among causes <c>To prevent a recurrence, X is recommended.</c></summary>
    private static IEnumerable<ActionDraft> MeantForNextTime(Block block)
    {
        if (block.Section is not (PassageKind.Resolution or PassageKind.RootCause) || block.Text.IsEmpty)
            return [];
        var sentences = Sentences.Of(block.Text);
        var fixes = block.Section == PassageKind.Resolution || CauseReader.NamesFix(block.Under.Value);
        if (fixes && TellsStep(block) && Lasts(sentences[0]))
            return [new ActionDraft(block.Text.Value, block.Text.Span)];
        return sentences.Where(s => (fixes && Lasting.In(s.Words).Exists(static w => w.Kind == "Lasting")) || (ToPrevent().IsMatch(s.Value) && Afterwards.AnyIn(s.Words))).Select(static s => new ActionDraft(s.Value, s.Span));
    }

    /// <summary>Whether a block is a bullet, or a line that begins with what was done: <c>Added a check …</c></summary>
    private static bool TellsStep(Block block) =>
        block.Kind == BlockKind.Item || (block is { Kind: BlockKind.Paragraph, Label: null } && Sentences.Of(block.Text).Length == 1 && Done().IsMatch(block.Text.Value));

    private static bool Lasts(CleanText sentence) => Afterwards.AnyIn(sentence.Words) || Lasting.AnyIn(sentence.Words);

    /// <summary>Whether a line among causes and fixes ends in the announcement of what keeps the same from happening again.</summary>
    private static bool AnnouncesPrevention(Block block) =>
        (MayPromise(block.Section) || block.Section == PassageKind.RootCause) && Announces(block) && Afterwards.AnyIn(block.Text.Words);

    /// <summary>A bullet as a whole, of a paragraph the sentences that promise something; what explains a promise is none.</summary>
    private static IEnumerable<ActionDraft> Promised(ImmutableArray<Block> blocks, int i)
    {
        var block = blocks[i];
        if (block.Kind == BlockKind.Item)
            return Promises(block) && !Explains(blocks, i) ? [new ActionDraft(block.Text.Value, block.Text.Span)] : [];
        return block.Kind == BlockKind.Paragraph
            ? Sentences.Of(block.Text).Where(Promises).Select(static s => new ActionDraft(s.Value, s.Span))
            : [];
    }

    /// <summary>Whether a bullet belongs to a list that ends a promise: <c>we will move to X, which fixes this:</c></summary>
    private static bool Explains(ImmutableArray<Block> blocks, int i)
    {
        var first = Math.Max(0, i - LongestList);
        while (i > first && blocks[i].Kind == BlockKind.Item)
            i--;
        return blocks[i].Kind == BlockKind.Paragraph && blocks[i].Text.Value[^1] == ':' && Promises(blocks[i]);
    }

    /// <summary>Whether a line outside the sections ends in the announcement of a list of follow-ups; a heading that only names the lessons does not.</summary>
    private static bool Announces(Block block) =>
        block.Kind is BlockKind.Paragraph or BlockKind.Heading && ActionWording.Announces(block.Text.Value)
        && !(block.Kind == BlockKind.Heading && block.Names.Exact == PassageKind.Lessons);

    private static bool IsOwnHeading(Block block) => block.Kind == BlockKind.Heading && block.Names.Kind is null;

    /// <summary>The list right under a heading of the second half of a report when most of it begins with a verb or names who does it and by when.</summary>
    private static List<Block> Tasks(ImmutableArray<Block> blocks, int heading)
    {
        var list = blocks.Skip(heading + 1).TakeWhile(static block => block.Kind is BlockKind.Item or BlockKind.Row).ToList();
        var tasks = list.Count(static block => ActionWording.IsImperative(block.Text.Value) || ActionNotes.Of(block.Text.Value) != default);
        return list.Count >= FewestTasks && tasks * 2 > list.Count ? list : [];
    }

    /// <summary>The list or the labelled lines right under a heading of lessons when most of them tell what to do: then each is a follow-up.</summary>
    private static List<Block> Advice(ImmutableArray<Block> blocks, int heading)
    {
        var list = Body(blocks, heading).Where(static block => block.Kind == BlockKind.Item || block.Label is { } label && !block.Content.IsEmpty && label.Value.Contains(' ', StringComparison.Ordinal)).ToList();
        return list.Count >= FewestTasks && list.Count(static block => ActionWording.IsImperative(block.Text.Value)) * 2 > list.Count ? list : [];
    }

    /// <summary>A heading of the author's own among the lessons.</summary>
    private static bool IsLesson(Block block) =>
        block is { Kind: BlockKind.Heading, Section: PassageKind.Lessons, Level: > 1 and < Block.PseudoLevel } && block.Names.Kind is null
        && (char.IsDigit(block.Text.Value[0]) || ActionWording.IsImperative(block.Text.Value));

    private static List<Block> List(ImmutableArray<Block> blocks, int leadIn) =>
        [.. blocks.Skip(leadIn + 1).TakeWhile(block => block.Kind == BlockKind.Item || block.Indent > blocks[leadIn].Indent)];

    /// <summary>An update of a status page promises what is done during the incident.</summary>
    private static bool IsStatus(Block block) => (block.Label is { } label && StatusLabel().IsMatch(label.Value)) || HeadingShape.IsStatusHead(block.Under.Value);

    private static IEnumerable<Block> Body(ImmutableArray<Block> blocks, int heading) =>
        blocks.Skip(heading + 1).TakeWhile(static block => block.Kind != BlockKind.Heading);

    private static bool Promises(Block block) => Sentences.Of(block.Text).Any(Promises);

    private static bool Promises(CleanText sentence) =>
        ActionWording.IsPromise(sentence) && !ActionWording.IsClosing(sentence.Value) && !ActionWording.IsLeadIn(sentence.Value);

    private static bool MayPromise(PassageKind kind) =>
        kind is PassageKind.Other or PassageKind.Lessons or PassageKind.Summary or PassageKind.Resolution;

    [GeneratedRegex(@"\A(?:\w+, )?(?:in order )?to (?:prevent|avoid)\b(?!.*\b(?:i|we) \w+ed\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ToPrevent();

    [GeneratedRegex(@"\A\p{L}+ed\s", RegexOptions.CultureInvariant)]
    private static partial Regex Done();

    [GeneratedRegex(@"\A\W*(?:this|that|these|those|it|which|because|you|if|why|i['’]?m|i am|he|she|they)\b|[?:]\W*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Comments();

    [GeneratedRegex(@"\A\W*(?:update|notice|status|investigating|identified|monitoring|resolved|in progress|scheduled)\W*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StatusLabel();
}
