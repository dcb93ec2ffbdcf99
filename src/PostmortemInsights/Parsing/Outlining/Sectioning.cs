using System.Collections.Immutable;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Parsing.Outlining;

/// <summary>Tells each block the kind of section that it stands in, from headings, labels and nesting.</summary>
internal sealed class Sectioning
{
    private const int LongestName = 160;

    /// <summary>A label of more words that has a text behind it is the beginning of a sentence.</summary>
    private const int MostWords = 6;

    private readonly List<Frame> _frames = [];
    private CleanText _under = CleanText.Empty;
    private LabelScope? _label;
    private bool _timelineOpens;
    private bool _begun;
    private bool _timelineBySteps;

    private sealed record Frame(int Level, PassageKind Kind, bool Numbered);

    /// <summary>A label opened in running text or in a list: it holds for what hangs under it.</summary>
    private sealed record LabelScope(PassageKind Kind, int Indent, bool FromItem, bool Empty, bool Announces);

    /// <summary>The blocks with <see cref="Block.Section"/> and <see cref="Block.Under"/> set.</summary>
    public static ImmutableArray<Block> Assign(IEnumerable<Block> blocks, SectionNames names)
    {
        var sectioning = new Sectioning();
        return [.. blocks.Select(block => sectioning.Assign(Named(block, names)))];
    }

    private static Block Named(Block block, SectionNames names) => block with
    {
        Names = block.Text.Value.Length > LongestName ? default : names.Find(block.Text.Value),
        LabelNames = block.Label is { } label ? names.Find(label.Value) : default,
    };

    private PassageKind Current => _frames.Count > 0 ? _frames[^1].Kind : PassageKind.Summary;

    private Block Assign(Block block)
    {
        if (block.Kind == BlockKind.Heading)
            return Open(block);
        _timelineOpens = false;
        var kind = block.Kind == BlockKind.Code ? PassageKind.Code : KindOf(block);
        return block with { Section = kind, Under = _under };
    }

    private Block Open(Block block)
    {
        _label = null;
        var named = NamedBy(block);
        if (IsMoment(block) && Current == PassageKind.Timeline)
        {
            _under = block.Text;
            return block with { Section = PassageKind.Timeline, Under = _under };
        }

        if (IsStep(block, named) || (named is null && block.Level == Block.PseudoLevel && _frames.Count > 0 && !FollowsByNumber(block)))
        {
            _under = block.Text;
            return block with { Section = Current, Under = _under };
        }

        var above = ParentKind(block.Level);
        _frames.RemoveAll(frame => frame.Level >= block.Level);
        var kind = named ?? above;
        if (named is PassageKind.Lessons or PassageKind.Other && above == PassageKind.Actions && block.Level < Block.PseudoLevel)
            kind = named.Value;
        if (named == PassageKind.Resolution && above == PassageKind.Actions)
            kind = PassageKind.Actions;
        // Nobody begins with the lessons: a report that opens with "What went wrong" tells there what happened.
        if (kind == PassageKind.Lessons && !_begun)
            kind = PassageKind.Summary;
        _begun |= named is not null;
        _frames.Add(new Frame(block.Level, kind, IsNumbered(block)));
        _timelineOpens = kind == PassageKind.Timeline;
        _under = block.Text;
        return block with { Section = kind, Under = _under };
    }

    /// <summary>
    /// Whether a line names a step of a timeline that is told without a clock: who noticed, what misled, who was called, how it ended, each
    /// under a line of its own right from the beginning.
    /// </summary>
    private bool IsStep(Block block, PassageKind? named)
    {
        var step = named is PassageKind.Detection or PassageKind.Misleading or PassageKind.Escalation or PassageKind.Resolution;
        _timelineBySteps = Current == PassageKind.Timeline && block.Level >= _frames[^1].Level
            && (_timelineBySteps ? step || named is null : step && _timelineOpens);
        return _timelineBySteps;
    }

    /// <summary>The document's title may speak of causes, impact or a timeline without opening such a section.</summary>
    private PassageKind? NamedBy(Block block) => block.Level == 1 && _frames.Count == 0
        ? block.Names.Exact ?? block.LabelNames.Exact
        : block.Names.Kind ?? block.LabelNames.Kind;

    private PassageKind ParentKind(int level)
    {
        var parent = _frames.FindLast(frame => frame.Level < level);
        return parent?.Kind ?? (_frames.Count == 0 ? PassageKind.Summary : PassageKind.Other);
    }

    private PassageKind KindOf(Block block)
    {
        if (block.Label is { } label && Breaks(block, label) is { } kind)
        {
            _label = new LabelScope(kind, block.Indent, block.Kind == BlockKind.Item, block.Content.IsEmpty, block.Content.Value is [.., ':']);
            return kind;
        }

        if (_label is { } scope && Holds(scope, block))
            return scope.Kind;
        _label = null;
        return Current;
    }

    /// <summary>The section that a label in running text opens; null when it stays where it is.</summary>
    private PassageKind? Breaks(Block block, CleanText label)
    {
        var exact = block.LabelNames.Exact ?? (label.Value.Contains('(', StringComparison.Ordinal) ? block.LabelNames.Kind : null);
        var found = exact ?? (block.Content.IsEmpty || (block.Kind == BlockKind.Paragraph && label.Value.AsSpan().Count(' ') < MostWords) ? block.LabelNames.Kind : null);
        if (found is not { } kind || (kind == PassageKind.Actions && HeadingShape.IsStatusHead(_under.Value)))
            return null;
        return Current switch
        {
            PassageKind.Timeline => block.Kind == BlockKind.Paragraph && kind is PassageKind.RootCause or PassageKind.Impact or PassageKind.Actions or PassageKind.Lessons ? kind : null,
            PassageKind.Actions => kind is PassageKind.RootCause or PassageKind.Timeline or PassageKind.Resolution && exact is not null && block.Kind == BlockKind.Paragraph ? kind : PassageKind.Actions,
            PassageKind.Lessons when kind == PassageKind.Other => null,
            PassageKind.RootCause or PassageKind.Resolution when kind is PassageKind.Summary or PassageKind.Other or PassageKind.Lessons => null,
            _ => kind,
        };
    }

    private static bool Holds(LabelScope scope, Block block)
    {
        if (block.Indent > scope.Indent && block.Kind is BlockKind.Item or BlockKind.Paragraph)
            return true;
        if (scope.FromItem)
            return scope.Empty && block.Kind == BlockKind.Paragraph;
        return block.Label is null || block.Kind == BlockKind.Item || (scope.Announces && !block.Content.IsEmpty);
    }

    /// <summary>Whether a numbered line stands beside the numbered one that opened the section: then it opens one of its own.</summary>
    private bool FollowsByNumber(Block block) => IsNumbered(block) && _frames[^1] is { Numbered: true, Level: Block.PseudoLevel };

    private static bool IsNumbered(Block block) => block.Text.Value.IndexOfAny(['.', ')']) is > 0 and <= 2 and var stop && block.Text.Value.AsSpan(0, stop).IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsMoment(Block block) => HeadingShape.BeginsWithStamp(block.Text.Value) || HeadingShape.IsDate(block.Text.Value) || Times.TimeScanner.IsMoment(block.Text);
}
