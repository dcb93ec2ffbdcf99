using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NodaTime;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Narrative;
using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Parsing.Times;
using PostmortemInsights.Parsing.Windows;

namespace PostmortemInsights.Parsing.Timelines;

/// <summary>Reads the timeline: stamped items, paragraphs, rows, headings over text, and status updates, in the order of the document.</summary>
internal sealed partial class TimelineReader
{
    private const int LongestEntry = 4000;
    private const int ShortestStory = 40;
    private const int FewestStamped = 2;
    private const int LongestStepBack = 6 * 60;
    private const int MinutesADay = 24 * 60;

    private readonly IncidentClock _clock;
    private readonly Stretch? _told;
    private readonly List<Draft> _drafts = [];
    private LocalDate? _day;
    private LocalTime? _last;
    private Zone? _zone;
    private int _stampedIndent = -1;
    private bool _underStamp;
    private bool _dayByHeading;
    private bool _stamped;
    private CleanText? _groupLabel;

    private TimelineReader(IncidentClock clock, Stretch? told)
    {
        _clock = clock;
        _day = told?.Start?.Value.Date ?? clock.Day;
        _told = told;
    }

    /// <summary>An entry as it grows: a stamp first, its text from the same or the following blocks.</summary>
    private sealed record Draft(Moment? At, CleanText Text, int Line, bool FromHeading, double? FromStart = null)
    {
        /// <summary>What it is, when it stands without a stamp before the first entry that has one; else null.</summary>
        public BlockKind? Leads { get; init; }
    }

    /// <summary>
    /// The timeline; clock times before the first date in it are of the day on which the window <paramref name="told"/> begins, or of the
    /// next where it passes midnight before them.
    /// </summary>
    public static Timeline Read(Outline outline, IncidentClock clock, Stretch? told)
    {
        var blocks = TimelineBlocks.Find(outline, clock);
        var reader = new TimelineReader(clock, told);
        foreach (var block in blocks)
            reader.Add(block);
        var drafts = WithoutPreface(reader._drafts).Where(static draft => !draft.Text.IsEmpty).ToList();
        return new Timeline([.. drafts.Select(static draft => new TimelineEntry(draft.At, draft.Text.Value, draft.Text.Span, TimelineKinds.Of(draft.Text.Value)))])
        {
            FromStart = drafts.Index().Where(static d => d.Item.FromStart is not null).ToImmutableDictionary(static d => d.Index, static d => d.Item.FromStart!.Value),
        };
    }

    /// <summary>What stands in front of stamped entries introduces them, unless it is a bullet in the same list.</summary>
    private static List<Draft> WithoutPreface(List<Draft> drafts)
    {
        var preface = drafts.TakeWhile(static draft => draft.Leads is not null).ToList();
        var entries = drafts.Skip(preface.Count).ToList();
        var apart = entries is [{ FromHeading: true }, ..] || preface.TrueForAll(static draft => draft.Leads == BlockKind.Paragraph);
        return apart && entries.Count(static draft => draft.At?.Time is not null) >= FewestStamped ? entries : drafts;
    }

    private void Add(Block block)
    {
        switch (block.Kind)
        {
            case BlockKind.Heading:
                AddHeading(block);
                break;
            case BlockKind.Row:
                AddRow(block);
                break;
            default:
                AddText(block);
                break;
        }
    }

    private void AddHeading(Block block)
    {
        if (ZoneNotes.In(block.Text) is { } note)
            _zone = note.Zone;
        if (_underStamp && _drafts.Count > 0 && _drafts[^1].Text.IsEmpty && block.Level == Block.PseudoLevel && !Times.TimeScanner.IsMoment(block.Text.Value))
        {
            _drafts[^1] = _drafts[^1] with { Text = block.Text };
            return;
        }

        var stamp = Stamp.Leading(block.Text, _clock);
        if (stamp is null && _underStamp && block.Level == Block.PseudoLevel && _drafts is [.., { FromHeading: true }])
        {
            AddUnstamped(block);
            return;
        }

        _underStamp = false;
        if (stamp is null)
            return;
        if (stamp.Mention.Time is null)
        {
            StartDay(stamp.Mention);
            return;
        }

        _underStamp = true;
        _stamped = true;
        _drafts.Add(new Draft(Moment(stamp.Mention), block.Text.Slice(stamp.TextStart), block.Line, true));
    }

    private void AddRow(Block block)
    {
        var cells = block.Cells;
        if (cells.Count == 0 || block.Header.Count == 0 && cells.All(cell => _clock.In(cell).Count == 0))
            return;
        var stamped = -1;
        for (var i = 0; i < cells.Count && stamped < 0; i++)
        {
            if (Stamp.Leading(cells[i], _clock) is { Mention.Time: not null })
                stamped = i;
        }

        if (stamped < 0 && RelativeStamp.Leading(cells[0].Value) is { } relative && cells.Count > 1)
        {
            _drafts.Add(new Draft(null, cells[1], block.Line, false, relative.FromStart ? relative.Minutes : null));
            return;
        }

        foreach (var cell in cells.Where((_, i) => i != stamped))
        {
            if (_clock.In(cell).Find(static m => m is { Date: not null, Time: null }) is { } day && Times.TimeScanner.IsMoment(cell.Value))
                SetDay(day);
        }

        var text = cells.Where((cell, i) => i != stamped && !Times.TimeScanner.IsMoment(cell.Value) && Zones.At(cell.Value, 0)?.Length != cell.Value.Length).MaxBy(static cell => cell.Value.Length);
        if (text is null || text.IsEmpty)
            return;
        var at = stamped >= 0 ? Moment(Stamp.Leading(cells[stamped], _clock)!.Mention) : (Moment?)null;
        _drafts.Add(new Draft(at ?? (_day is { } d && stamped < 0 && HasDateCell(cells) ? new Moment(d, null, null) : null), text, block.Line, false));
    }

    private bool HasDateCell(IReadOnlyList<CleanText> cells) =>
        cells.Any(cell => Times.TimeScanner.IsMoment(cell.Value) && _clock.In(cell).Exists(static m => m.Date is not null));

    private void AddText(Block block)
    {
        if (StatusUpdates.EndsInStamp(block.Text, _clock))
        {
            var last = _clock.In(block.Text)[^1];
            _drafts.Add(new Draft(Moment(last), block.Text.Slice(0, last.Start).TrimEnd('"', '(', '-'), block.Line, false));
            return;
        }

        if (ZoneNotes.In(block.Text) is { } note && IsNote(block))
        {
            _zone = note.Zone;
            return;
        }

        if (RelativeStamp.Leading(block.Text.Value) is { } relative)
        {
            AddRelative(block, relative);
            return;
        }

        var stamp = Stamp.Leading(block.Text, _clock) ?? Stamp.AfterLabel(block, _clock) ?? Stamp.Further(block.Text, 0, _clock).FirstOrDefault();
        if (block.Label is not null && block.Content.IsEmpty && stamp is null)
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
    private bool TellsSeveral(CleanText text) =>
        Stamp.Further(text, 1, _clock).Count == 0 && Sentences.Of(text).Count(sentence => _clock.In(sentence).Exists(static m => m.Time is not null)) > 1;

    /// <summary>One entry for each sentence with a time; the sentences after it belong to it.</summary>
    private void AddSentences(Block block)
    {
        foreach (var sentence in Sentences.Of(block.Text))
        {
            var mention = _clock.In(sentence).Find(static m => m.Time is not null);
            if (mention is not null)
                _drafts.Add(new Draft(Moment(mention), Stamp.Leading(sentence, _clock) is { } lead ? sentence.Slice(lead.TextStart) : sentence, block.Line, false));
            else if (_drafts.Count > 0 && _drafts[^1].Text.Value.Length < LongestEntry)
                _drafts[^1] = _drafts[^1] with { Text = _drafts[^1].Text.Append(sentence) };
        }
    }

    private void StartDay(TimeMention mention)
    {
        SetDay(mention);
        _dayByHeading = true;
    }

    private void AddRelative(Block block, RelativeStamp relative)
    {
        _stamped = true;
        var at = relative.FromStart || _drafts.Count == 0 ? null : _drafts[^1].At?.PlusMinutes(relative.Minutes);
        _drafts.Add(new Draft(at, block.Text.Slice(relative.TextStart), block.Line, false, relative.FromStart ? relative.Minutes : null));
    }

    private void AddStamped(Block block, Stamp stamp)
    {
        _stampedIndent = block.Indent;
        _stamped |= stamp.Start == 0;
        var starts = Stamp.Further(block.Text, stamp.TextStart, _clock);
        for (var i = 0; i <= starts.Count; i++)
        {
            var current = i == 0 ? stamp : starts[i - 1];
            var end = i < starts.Count ? starts[i].Start : block.Text.Value.Length;
            var text = block.Text.Slice(Math.Min(current.TextStart, end), end);
            if (text.IsEmpty)
                text = current.Label ?? _groupLabel ?? text;
            _drafts.Add(new Draft(Moment(current.Mention), text, block.Line, text.IsEmpty));
        }

        _underStamp = _drafts[^1].Text.IsEmpty;
        _groupLabel = null;
    }

    private void AddUnstamped(Block block)
    {
        if (_drafts.Count > 0 && _drafts[^1] is { FromHeading: true } open && (_underStamp || open.Text.IsEmpty))
        {
            if (open.Text.Value.Length < LongestEntry)
                _drafts[^1] = open with { Text = open.Text.IsEmpty ? block.Text : open.Text.Append(block.Text) };
            return;
        }

        var inner = _clock.In(block.Text).Find(static m => m.Time is not null);
        if (inner is null && Completes(block))
        {
            _drafts[^1] = _drafts[^1] with { Text = _drafts[^1].Text.Append(block.Text) };
            return;
        }

        if (inner is null && (IsNote(block) || Explains(block)))
            return;
        if (inner is { Date: null, Time: { } time } && _stamped && block is { Kind: BlockKind.Paragraph, Label: null } && time < _last)
            return;
        _drafts.Add(new Draft(inner is null ? _dayByHeading ? new Moment(_day, null, null) : null : Moment(inner), block.Text, block.Line, false)
        {
            Leads = inner is null && !_stamped && block.Label is null ? block.Kind : null,
        });
    }

    /// <summary>Whether a nested item or the next line says what a stamp before it only names: <c>14:00: Issue detected</c> with the story below.</summary>
    private bool Completes(Block block) =>
        _drafts.Count > 0 && _stampedIndent >= 0 && (block.Kind == BlockKind.Item ? block.Indent > _stampedIndent : _stamped && block.Line == _drafts[^1].Line + 1)
        && _drafts[^1].Text.Value is { Length: < ShortestStory } name && !name.EndsWith('.');

    /// <summary>Text without a stamp that goes on with the entry before: a nested item, or a paragraph in a list of stamped entries.</summary>
    private bool Explains(Block block)
    {
        if (block.Kind == BlockKind.Item)
            return _stampedIndent >= 0 && block.Indent > _stampedIndent && _drafts.Count > 0;
        return block.Label is null && _stamped;
    }

    private static bool IsNote(Block block)
    {
        var text = block.Text.Value;
        return text.EndsWith(':') || (text.Length < 140 && Note().IsMatch(text)) || block.Names.Exact is not null || Aside().IsMatch(text);
    }

    private void SetDay(TimeMention mention)
    {
        if (mention.Date is { } date && _clock.Calendar.Resolve(date) is { } day)
        {
            _day = day;
            _last = null;
        }
    }

    private Moment Moment(TimeMention mention)
    {
        if (mention.Date is not null)
        {
            SetDay(mention);
            _last = mention.Time;
            return _clock.Resolve(mention, null, _zone);
        }

        if (mention.Time is not { } time)
            return _clock.Resolve(mention, _day, _zone);
        if (_day is { } day && (_last is { } last ? PassesMidnight(last, time) : BeginsNextDay(_clock.Resolve(mention, day, _zone))))
            _day = day.PlusDays(1);
        _last = time;
        return _clock.Resolve(mention, _day, _zone);
    }

    /// <summary>Whether the first stamp lies long before a window that passes one midnight, and a day later in it.</summary>
    private bool BeginsNextDay(Moment first) =>
        _drafts.Count == 0 && _told is { Start.Value: { Time: not null } start, End.Value: var end } && end.Date == start.Date?.PlusDays(1)
        && first.Date == start.Date && first.MinutesTo(start) > LongestStepBack && first.MinutesTo(end) >= MinutesADay;

    /// <summary>A clock that falls back by more than six hours has passed midnight; a smaller step back is an entry out of order.</summary>
    private static bool PassesMidnight(LocalTime last, LocalTime time) => Period.Between(time, last, PeriodUnits.Minutes).Minutes > LongestStepBack;

    [GeneratedRegex(@"\A[(\[]?(?:note|n\.?b\.?|disclaimer|actions taken\z)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Aside();

    [GeneratedRegex(@"\A[(\[]?\s*(?:all|note|n\.b|times?)\b.{0,60}\b(?:times?|timestamps?|clock)\b|\A[(\[]?\s*(?:the|every)\s(?:\w+\s){0,2}(?:times|timestamps?|clock)\b|\A[(\[]?\s*times?\b|\A[(\[]?all\s(?:times|entries)|\Asee\s|\A\(?in\s[A-Z]{2,5}\)?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Note();
}
