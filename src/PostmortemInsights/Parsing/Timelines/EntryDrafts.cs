using PostmortemInsights.Parsing.Outlining;

namespace PostmortemInsights.Parsing.Timelines;

/// <summary>The entries of a timeline as they grow, and what their stamps so far make of the next block.</summary>
internal sealed class EntryDrafts
{
    private const int FewestStamped = 2;
    private const int FewestForARule = 3;

    private readonly List<EntryDraft> _drafts = [];
    private int _timed;
    private int? _stampedIndent;
    private bool _stampIsSaid;
    private bool _headed;

    /// <summary>The entry that was read last; null before the first.</summary>
    public EntryDraft? Last => _drafts is [.., var last] ? last : null;

    /// <summary>Whether an entry had its stamp at its head, or above it.</summary>
    public bool AreStamped { get; private set; }

    /// <summary>Whether the next block stands under a stamp.</summary>
    public bool UnderStamp => Last is { IsUnderStamp: true };

    /// <summary>Whether entries have had their stamps so far: then a text without one only comments on them.</summary>
    public bool HaveTheirStamps => _timed >= FewestForARule && _timed > 2 * (_drafts.Count - _timed);

    /// <summary>Begins an entry.</summary>
    public void Enter(EntryDraft draft)
    {
        _drafts.Add(draft);
        _headed = false;
        _timed += draft.At?.Time is null ? 0 : 1;
    }

    /// <summary>Begins an entry that has its stamp at its head, or above it.</summary>
    public void EnterStamped(EntryDraft draft)
    {
        Enter(draft);
        AreStamped = true;
    }

    /// <summary>Adds a text to the last entry.</summary>
    public void Continue(CleanText text) => _drafts[^1] = _drafts[^1].Continued(text);

    /// <summary>Ends the last entry, where a heading stands.</summary>
    public void Close()
    {
        _headed = true;
        if (Last is { IsOpen: true } open)
            _drafts[^1] = open with { IsOpen = false };
    }

    /// <summary>Ends the last entry, where a day stands by itself: what follows does not hang under a stamp of the day before.</summary>
    public void BeginDay()
    {
        Close();
        _stampedIndent = null;
    }

    /// <summary>Notes how far to the right the last stamp stands; items at the left edge still hang under a stamped paragraph there.</summary>
    public void StampStandsAt(Block block)
    {
        _stampedIndent = block.Kind == BlockKind.Paragraph ? block.Indent - 1 : block.Indent;
        _stampIsSaid = block.Kind == BlockKind.Paragraph && Stamp.IsSaid(block.Text);
    }

    /// <summary>
    /// Whether a block without a stamp belongs to the entry before it: a line right under it; where it only names or announces what happened
    /// (<c>14:00: Issue detected</c> with the story below), also nested items or a paragraph.
    /// </summary>
    public bool AreCompletedBy(Block block, Outline outline)
    {
        if (Last is not { } last || _stampedIndent is not { } indent)
            return false;
        if (block.Kind == BlockKind.Item)
            return block.Indent > indent && (last.OnlyNames || last.Announces);
        var isPlain = block.Label is null;
        return AreStamped && ((last.OnlyNames && isPlain && !_headed) || ((last.OnlyNames || isPlain) && outline.FollowsDirectly(last.Text, block.Text)));
    }

    /// <summary>
    /// Whether a block without a stamp only explains the entry before it: a nested item, or a paragraph in a list of stamped entries; where
    /// sentences tell the time (<c>At 10:00 we saw …</c>), a paragraph is one step more.
    /// </summary>
    public bool AreExplainedBy(Block block) =>
        block.Kind == BlockKind.Item ? block.Indent > _stampedIndent && _drafts.Count > 0 : block.Label is null && AreStamped && !_stampIsSaid;

    /// <summary>
    /// The entries that have a text. What stands in front of stamped ones introduces them, unless it is a bullet in the same list; a
    /// heading with a stretch of time over several of them only sums them up.
    /// </summary>
    public List<EntryDraft> Told()
    {
        var drafts = _drafts.Where((draft, at) => !SumsUp(draft, at)).ToList();
        var preface = drafts.TakeWhile(static draft => draft.Leads is not null).ToList();
        var entries = drafts[preface.Count..];
        var apart = entries is [{ StampAbove: true }, ..] || preface.TrueForAll(static draft => draft.Leads == BlockKind.Paragraph);
        var introduced = apart && entries.Count(static draft => draft.At?.Time is not null) >= FewestStamped;
        return (introduced ? entries : drafts).FindAll(static draft => !draft.Text.IsEmpty);
    }

    private bool SumsUp(EntryDraft draft, int at) =>
        draft.Heads && at + 2 < _drafts.Count && !_drafts[at + 1].StampAbove && !_drafts[at + 2].StampAbove;
}
