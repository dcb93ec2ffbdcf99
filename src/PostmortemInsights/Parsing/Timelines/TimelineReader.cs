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
    private readonly TimelineClock _clock;
    private readonly Outline _outline;
    private readonly EntryDrafts _drafts = new();
    private bool _dayOpens;
    private bool _stepOpens;
    private CleanText? _groupLabel;
    private CleanText _dayName = CleanText.Empty;

    private TimelineReader(Outline outline, TimelineClock clock) => (_outline, _clock) = (outline, clock);

    /// <summary>
    /// The timeline; clock times before the first date in it are of the day on which the window <paramref name="told"/> begins, or of the
    /// next where it passes midnight before them. Stamps that count from the start count from the first entry, where that has a clock time.
    /// </summary>
    public static Timeline Read(Outline outline, IncidentClock clock, Stretch? told)
    {
        var reader = new TimelineReader(outline, new TimelineClock(clock, told));
        foreach (var block in TimelineBlocks.Find(outline))
            reader.Add(block);
        var drafts = reader._drafts.Told();
        return new Timeline([.. drafts.Select(static draft => new TimelineEntry(draft.At, draft.Text.Value, draft.Text.Span, TimelineKinds.Of(draft.Text.Terms)))])
        {
            Misdated = reader._clock.Misdated,
            FromStart = drafts.Index().Where(static d => d.Item.FromStart is not null).ToImmutableDictionary(static d => d.Index, static d => d.Item.FromStart!.Value),
        }.CountedFrom(drafts.FirstOrDefault()?.At);
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
                    _drafts.Enter(row);
                break;
            case BlockKind.Code:
                if (_drafts.Last is { EndsOpen: true })
                    _drafts.Continue(block.Text);
                break;
            default:
                AddText(block);
                break;
        }
    }

    private void AddHeading(Block block)
    {
        if (ZoneNotes.In(block.Text) is { } note)
            _clock.Zone = note.Zone;
        var stamp = Stamp.Leading(block.Text);
        if (block.Level == Block.PseudoLevel && Tells(block, stamp))
            return;
        _drafts.Close();
        _stepOpens = stamp is null && block.Names.Kind is PassageKind.Detection or PassageKind.Misleading or PassageKind.Escalation or PassageKind.Resolution;
        if (stamp is { Mention.Time: null })
            StartDay(stamp.Mention, block.Text.Slice(stamp.TextStart));
        else if (stamp is not null)
            AddStampAbove(block, stamp);
        else if (Stamp.WeekdayAlone(block.Text) is { } weekday)
            _clock.Turn(weekday);
    }

    /// <summary>A bold or colon-ended line under a stamp that stands alone tells what happened then.</summary>
    /// <returns>Whether it is such a line.</returns>
    private bool Tells(Block block, Stamp? stamp)
    {
        if (_drafts.Last is not { IsOpen: true } last || (stamp is not null && (!last.Text.IsEmpty || TimeScanner.IsMoment(block.Text))))
            return false;
        _drafts.Continue(block.Text);
        return true;
    }

    private void AddStampAbove(Block block, Stamp stamp) =>
        _drafts.EnterStamped(new EntryDraft(_clock.Read(stamp.Mention), block.Text.Slice(stamp.TextStart), block.Line) { StampAbove = true, IsOpen = true, Heads = stamp.IsStretch });

    private void AddText(Block block)
    {
        if (TimelineNotes.SaysHowLong(block))
            return;
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
        _drafts.Enter(new EntryDraft(_clock.Read(last), block.Text.Slice(0, last.Start).TrimEnd('"', '(', '-'), block.Line));
    }

    private void AddRelative(Block block, RelativeStamp relative)
    {
        var at = relative.FromStart ? null : _drafts.Last?.At?.PlusMinutes(relative.Minutes);
        _drafts.EnterStamped(new EntryDraft(at, block.Text.Slice(relative.TextStart), block.Line) { FromStart = relative.FromStart ? relative.Minutes : null });
    }

    private void AddTold(Block block)
    {
        var stamp = Stamp.Leading(block.Text) ?? Stamp.AfterLabel(block) ?? Stamp.Trailing(block) ?? (_drafts.UnderStamp ? null : Stamp.Further(block.Text, 0).FirstOrDefault());
        if (block.Label is not null && block.Content.IsEmpty && stamp is null && !_drafts.UnderStamp)
            _groupLabel = block.Text;
        else if (block.Kind == BlockKind.Paragraph && TellsSeveral(block.Text))
            AddSentences(block);
        else if (stamp is null)
            AddUnstamped(block);
        else if (stamp.Mention.Time is null && stamp.TextStart >= block.Text.Value.Length)
            StartDay(stamp.Mention, CleanText.Empty);
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
                _drafts.Enter(new EntryDraft(_clock.Read(mention), Stamp.Leading(sentence) is { } lead ? sentence.Slice(lead.TextStart) : sentence, block.Line));
            else if (_drafts.Last is not null)
                _drafts.Continue(sentence);
        }
    }

    private void StartDay(TimeMention date, CleanText name)
    {
        _clock.Begin(date);
        _dayName = name;
        _drafts.BeginDay();
        _dayOpens = true;
    }

    private void AddStamped(Block block, Stamp stamp)
    {
        _drafts.StampStandsAt(block);
        _stepOpens = false;
        List<Stamp> stamps = [stamp, .. Stamp.Further(block.Text, stamp.TextStart)];
        for (var i = 0; i < stamps.Count; i++)
        {
            var end = i + 1 < stamps.Count ? stamps[i + 1].Start : block.Text.Value.Length;
            var text = block.Text.Slice(Math.Min(stamps[i].TextStart, end), end);
            if (text.IsEmpty)
                text = stamps[i].Label ?? _groupLabel ?? text;
            var draft = new EntryDraft(_clock.Read(stamps[i].Mention), text, block.Line) { StampAbove = text.IsEmpty, IsOpen = text.IsEmpty };
            if (stamp.Start == 0)
                _drafts.EnterStamped(draft);
            else
                _drafts.Enter(draft);
        }

        _groupLabel = null;
    }

    private void AddUnstamped(Block block)
    {
        var inner = TimeScanner.Scan(block.Text).Find(m => m.Time is not null && !Stamp.IsEnd(block.Text, m));
        if (_dayOpens && inner is null && block.Kind == BlockKind.Paragraph && !TimelineNotes.IsNote(block))
            AddDay(block);
        else if (_drafts.UnderStamp || _drafts is { AreStamped: true, Last.EndsOpen: true } || (inner is null && _drafts.AreCompletedBy(block, _outline)))
            _drafts.Continue(block.Text);
        else if (inner is null ? IsEntry(block) : !LooksBack(block, inner))
            _drafts.Enter(Unstamped(block, inner));
    }

    /// <summary>Prose right under a day tells of that day, with the name that the day has in its heading and the paragraphs that follow.</summary>
    private void AddDay(Block block) =>
        _drafts.Enter(new EntryDraft(new Moment(_clock.Day, null, null), _dayName.IsEmpty ? block.Text : _dayName.Append(block.Text), block.Line) { StampAbove = true, IsOpen = true });

    private EntryDraft Unstamped(Block block, TimeMention? inner) => new(inner is null ? _clock.DayAlone : _clock.Read(inner), block.Text, block.Line)
    {
        Leads = inner is null && !_drafts.AreStamped && block.Label is null ? block.Kind : null,
    };

    /// <summary>Whether a block without any time is an entry of its own: stamps are missing elsewhere too, or in all of the step that it is told of.</summary>
    private bool IsEntry(Block block) =>
        !TimelineNotes.IsNote(block) && block.LabelNames.Kind != PassageKind.Timeline && !_drafts.AreExplainedBy(block) && (TimelineNotes.SaysWhen(block) || !_drafts.HaveTheirStamps || (_stepOpens && block.Kind == BlockKind.Item));

    /// <summary>Whether what explains the stamped entry before it speaks of a time before that.</summary>
    private bool LooksBack(Block block, TimeMention inner) =>
        inner is { Date: null } && _drafts.AreStamped && _drafts.AreExplainedBy(block) && _clock.IsPast(inner);
}
