using System.Collections.Immutable;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Narrative;
using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Parsing.Times;
using PostmortemInsights.Parsing.Windows;

namespace PostmortemInsights.Parsing.Timelines;

/// <summary>Reads the timeline: stamped items, paragraphs, rows, headings over text, and status updates, in the order of the document.</summary>
internal sealed class TimelineReader
{
    private const int ShortestStory = 40;
    private const int FewestStamped = 2;
    private const int FewestForARule = 3;
    private const int NothingStamped = int.MaxValue;

    private readonly TimelineClock _clock;
    private readonly Outline _outline;
    private readonly List<EntryDraft> _drafts = [];
    private int _timed;
    private int _stampedIndent = NothingStamped;
    private bool _dayOpens;
    private bool _underStamp;
    private bool _dayByHeading;
    private bool _stamped;
    private bool _announces;
    private CleanText? _groupLabel;

    private TimelineReader(Outline outline, TimelineClock clock) => (_outline, _clock) = (outline, clock);

    /// <summary>
    /// The timeline; clock times before the first date in it are of the day on which the window <paramref name="told"/> begins, or of the
    /// next where it passes midnight before them.
    /// </summary>
    public static Timeline Read(Outline outline, IncidentClock clock, Stretch? told)
    {
        var reader = new TimelineReader(outline, new TimelineClock(clock, told));
        foreach (var block in TimelineBlocks.Find(outline))
            reader.Add(block);
        var drafts = WithoutPreface(reader._drafts).Where(static draft => !draft.Text.IsEmpty).ToList();
        return new Timeline([.. drafts.Select(static draft => new TimelineEntry(draft.At, draft.Text.Value, draft.Text.Span, TimelineKinds.Of(draft.Text.Terms)))])
        {
            FromStart = drafts.Index().Where(static d => d.Item.FromStart is not null).ToImmutableDictionary(static d => d.Index, static d => d.Item.FromStart!.Value),
        };
    }

    /// <summary>What stands in front of stamped entries introduces them, unless it is a bullet in the same list.</summary>
    private static List<EntryDraft> WithoutPreface(List<EntryDraft> drafts)
    {
        var preface = drafts.TakeWhile(static draft => draft.Leads is not null).ToList();
        var entries = drafts.Skip(preface.Count).ToList();
        var apart = entries is [{ StampAbove: true }, ..] || preface.TrueForAll(static draft => draft.Leads == BlockKind.Paragraph);
        return apart && entries.Count(static draft => draft.At?.Time is not null) >= FewestStamped ? entries : drafts;
    }

    private void Add(Block block)
    {
        var dayOpened = _dayOpens;
        Read(block);
        _dayOpens &= !dayOpened;
    }

    private void Read(Block block)
    {
        switch (block.Kind)
        {
            case BlockKind.Heading:
                AddHeading(block);
                break;
            case BlockKind.Row:
                if (TimelineRow.Read(block, _clock) is { } row)
                    Enter(row);
                break;
            case BlockKind.Code:
                if (_drafts.Count > 0 && _drafts[^1].EndsOpen)
                    _drafts[^1] = _drafts[^1].Continued(block.Text);
                break;
            default:
                AddText(block);
                break;
        }
    }

    private void Enter(EntryDraft draft)
    {
        _drafts.Add(draft);
        _timed += draft.At?.Time is null ? 0 : 1;
    }

    private void AddHeading(Block block)
    {
        if (ZoneNotes.In(block.Text) is { } note)
            _clock.Zone = note.Zone;
        var stamp = Stamp.Leading(block.Text);
        if (_underStamp && block.Level == Block.PseudoLevel && Tells(block, stamp))
            return;
        _underStamp = false;
        if (stamp is { Mention.Time: null })
            StartDay(stamp.Mention);
        else if (stamp is not null)
            AddStampAbove(block, stamp);
        else if (Stamp.WeekdayAlone(block.Text) is { } weekday)
            _clock.Turn(weekday);
    }

    /// <summary>A bold or colon-ended line under a stamp that stands alone tells what happened then.</summary>
    /// <returns>Whether it is such a line.</returns>
    private bool Tells(Block block, Stamp? stamp)
    {
        var names = _drafts[^1].Text.IsEmpty && !TimeScanner.IsMoment(block.Text);
        if (!names && (stamp is not null || !_drafts[^1].StampAbove))
            return false;
        _drafts[^1] = _drafts[^1].Continued(block.Text);
        return true;
    }

    private void AddStampAbove(Block block, Stamp stamp)
    {
        _underStamp = true;
        _stamped = true;
        Enter(new EntryDraft(_clock.Read(stamp.Mention), block.Text.Slice(stamp.TextStart), block.Line) { StampAbove = true });
    }

    private void AddText(Block block)
    {
        if (StatusUpdates.EndsInStamp(block.Text))
            AddStatus(block);
        else if (ZoneNotes.In(block.Text) is { } note && TimelineNotes.IsNote(block))
            _clock.Zone = note.Zone;
        else if (RelativeStamp.Leading(block.Text.Value) is { } relative)
            AddRelative(block, relative);
        else
            AddTold(block);
    }

    private void AddStatus(Block block)
    {
        var last = TimeScanner.Scan(block.Text)[^1];
        Enter(new EntryDraft(_clock.Read(last), block.Text.Slice(0, last.Start).TrimEnd('"', '(', '-'), block.Line));
    }

    private void AddRelative(Block block, RelativeStamp relative)
    {
        _stamped = true;
        var at = relative.FromStart || _drafts.Count == 0 ? null : _drafts[^1].At?.PlusMinutes(relative.Minutes);
        Enter(new EntryDraft(at, block.Text.Slice(relative.TextStart), block.Line) { FromStart = relative.FromStart ? relative.Minutes : null });
    }

    private void AddTold(Block block)
    {
        var stamp = Stamp.Leading(block.Text) ?? Stamp.AfterLabel(block) ?? Stamp.Trailing(block) ?? (IsUnderStamp() ? null : Stamp.Further(block.Text, 0).FirstOrDefault());
        if (block.Label is not null && block.Content.IsEmpty && stamp is null && !IsUnderStamp())
            _groupLabel = block.Text;
        else if (block.Kind == BlockKind.Paragraph && TellsSeveral(block.Text))
            AddSentences(block);
        else if (stamp is null)
            AddUnstamped(block);
        else if (stamp.Mention.Time is null && stamp.TextStart >= block.Text.Value.Length)
            StartDay(stamp.Mention);
        else
            AddStamped(block, stamp);
    }

    /// <summary>Whether a paragraph tells of several moments in full sentences: <c>At 10:00, … By 10:30, …</c>.</summary>
    private static bool TellsSeveral(CleanText text) =>
        Stamp.Further(text, 1).Count == 0 && !Stamp.StandsApart(text) && Sentences.Of(text).Count(static sentence => TimeScanner.Scan(sentence).Exists(static m => m.Time is not null)) > 1;

    /// <summary>One entry for each sentence with a time; the sentences after it belong to it.</summary>
    private void AddSentences(Block block)
    {
        foreach (var sentence in Sentences.Of(block.Text))
        {
            var mention = TimeScanner.Scan(sentence).Find(static m => m.Time is not null);
            if (mention is not null)
                Enter(new EntryDraft(_clock.Read(mention), Stamp.Leading(sentence) is { } lead ? sentence.Slice(lead.TextStart) : sentence, block.Line));
            else if (_drafts.Count > 0)
                _drafts[^1] = _drafts[^1].Continued(sentence);
        }
    }

    private void StartDay(TimeMention date)
    {
        _clock.Turn(date);
        _dayByHeading = true;
        _dayOpens = true;
    }

    private void AddStamped(Block block, Stamp stamp)
    {
        // Items that stand as far to the left as a stamped paragraph still hang under it.
        _stampedIndent = block.Kind == BlockKind.Paragraph ? block.Indent - 1 : block.Indent;
        _stamped |= stamp.Start == 0;
        List<Stamp> stamps = [stamp, .. Stamp.Further(block.Text, stamp.TextStart)];
        for (var i = 0; i < stamps.Count; i++)
        {
            var end = i + 1 < stamps.Count ? stamps[i + 1].Start : block.Text.Value.Length;
            var text = block.Text.Slice(Math.Min(stamps[i].TextStart, end), end);
            if (text.IsEmpty)
                text = stamps[i].Label ?? _groupLabel ?? text;
            Enter(new EntryDraft(_clock.Read(stamps[i].Mention), text, block.Line) { StampAbove = text.IsEmpty });
        }

        _underStamp = _drafts[^1].Text.IsEmpty;
        _announces = _drafts[^1].EndsOpen;
        _groupLabel = null;
    }

    private void AddUnstamped(Block block)
    {
        var inner = TimeScanner.Scan(block.Text).Find(static m => m.Time is not null);
        if (_dayOpens && inner is null && block.Kind == BlockKind.Paragraph && !TimelineNotes.IsNote(block))
            AddDay(block);
        else if (IsUnderStamp() || (_stamped && _drafts[^1].EndsOpen) || (inner is null && Completes(block)))
            _drafts[^1] = _drafts[^1].Continued(block.Text);
        else if (inner is null ? !TimelineNotes.IsNote(block) && !Explains(block) && (TimelineNotes.SaysWhen(block) || !BreaksTheRule()) : !LooksBack(block, inner))
            Enter(Unstamped(block, inner));
    }

    /// <summary>Prose right under a day tells of that day, with the paragraphs that follow it.</summary>
    private void AddDay(Block block)
    {
        Enter(new EntryDraft(new Moment(_clock.Day, null, null), block.Text, block.Line) { StampAbove = true });
        _underStamp = true;
    }

    private EntryDraft Unstamped(Block block, TimeMention? inner)
    {
        Moment? day = _dayByHeading ? new Moment(_clock.Day, null, null) : null;
        return new EntryDraft(inner is null ? day : _clock.Read(inner), block.Text, block.Line)
        {
            Leads = inner is null && !_stamped && block.Label is null ? block.Kind : null,
        };
    }

    private bool IsUnderStamp() => _drafts is [.., { StampAbove: true } open] && (_underStamp || open.Text.IsEmpty);

    /// <summary>
    /// Whether a block belongs to the entry before it: a line right under it, or nested items where it only names or announces them
    /// (<c>14:00: Issue detected</c> with the story below).
    /// </summary>
    private bool Completes(Block block)
    {
        if (_drafts.Count == 0 || _stampedIndent == NothingStamped)
            return false;
        var names = _drafts[^1].Text.Value is { Length: < ShortestStory } name && !name.EndsWith('.');
        return block.Kind == BlockKind.Item
            ? block.Indent > _stampedIndent && (names || _announces)
            : _stamped && (names || block.Label is null) && _outline.FollowsDirectly(_drafts[^1].Text, block.Text);
    }

    /// <summary>Text without a stamp that goes on with the entry before: a nested item, or a paragraph in a list of stamped entries.</summary>
    private bool Explains(Block block)
    {
        if (block.Kind == BlockKind.Item)
            return block.Indent > _stampedIndent && _drafts.Count > 0;
        return block.Label is null && _stamped;
    }

    /// <summary>Whether entries have had their stamps so far: then a text without one only comments on them.</summary>
    private bool BreaksTheRule() => _timed >= FewestForARule && _timed > 2 * (_drafts.Count - _timed);

    /// <summary>Whether a paragraph among stamped entries speaks of a time before the last of them.</summary>
    private bool LooksBack(Block block, TimeMention inner) =>
        inner is { Date: null } && _stamped && block is { Kind: BlockKind.Paragraph, Label: null } && _clock.IsPast(inner);
}
