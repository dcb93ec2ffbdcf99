using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Parsing.Timelines;
using PostmortemInsights.Parsing.Times;

namespace PostmortemInsights.Parsing.Windows;

/// <summary>
/// Fills in what the text does not say outright of beginning and end: from prose, the timeline and the stated duration, one rule after
/// another. What was taken from elsewhere is noted.
/// </summary>
internal sealed class WindowCompletion
{
    private const double MinutesADay = 24 * 60;
    private const double Rounding = 0.05;

    private readonly Outline _outline;
    private readonly IncidentClock _clock;
    private readonly Timeline _timeline;
    private readonly Found<double>? _stated;
    private readonly Found<Moment>? _onset;
    private readonly bool _startIsDetection;
    private readonly (TimelineEntry? Start, TimelineEntry? End, TimelineEntry? Reopened) _entries;
    private readonly List<string> _inferred = [];
    private Found<Moment>? _start;
    private Found<Moment>? _end;
    private double? _minutes;

    private WindowCompletion(Outline outline, IncidentClock clock, Timeline timeline, Stretch? told, Found<double>? stated)
    {
        (_outline, _clock, _timeline, _stated) = (outline, clock, timeline, stated);
        (_start, _end, _minutes) = (told?.Start, told?.End, told?.Minutes);
        _startIsDetection = told?.FromDetection == true;
        _onset = _start is null || _startIsDetection ? Onset.Told(outline, clock, clock.Day) : null;
        _entries = timeline.Ends;
        if (told?.Slips == true)
            _inferred.Add("The end is read as past noon: past midnight it would lie before the start.");
    }

    /// <summary>The window of which the text says <paramref name="told"/>, and that it lasted <paramref name="stated"/>.</summary>
    public static Window Of(Outline outline, IncidentClock clock, Timeline timeline, Stretch? told, Found<double>? stated)
    {
        var completion = new WindowCompletion(outline, clock, timeline, told, stated);
        completion.TakeClocksOfTheDays();
        completion.BeginBeforeDetection();
        completion.EndAfterReopening();
        completion.FindStart();
        completion.FindEnd();
        return completion.Result();
    }

    private Window Result() => new(_start, _end, _minutes ?? Lasted(), _stated, _inferred);

    /// <summary>Minutes from start to end; from one day to another whole days, unless the text says how long it took.</summary>
    private double? Lasted()
    {
        if (_start is not { Value: var start } || _end is not { Value: var end })
            return null;
        return Stretch.Between(start, end) ?? (_stated is null ? Stretch.DaysBetween(start, end) : null);
    }

    /// <summary>Of an incident that began on one day and ended on the same or another, the timeline tells the clock times, if it tells of both days.</summary>
    private void TakeClocksOfTheDays()
    {
        if (_start is not { Value: { Time: null, Date: { } from } } || _end is not { Value: { Time: null, Date: { } to } })
            return;
        if (_timeline.Within(from, to).Ends is { Start: { At: { } began } first, End: { At: { } ended } last } && began.Date == from && ended.Date == to)
        {
            (_start, _end, _minutes) = (When(first), When(last), null);
            _inferred.Add("The clock times of start and end are those of the timeline.");
        }
    }

    /// <summary>A start that is when it was noticed gives way to an earlier one, told in prose (of the day before at most) or by an entry about a failure.</summary>
    private void BeginBeforeDetection()
    {
        if (_onset is { Value.Time: not null } onset && _start is { } noticed && onset.Value.MinutesTo(noticed.Value) is > 0 and < MinutesADay)
            (_start, _minutes) = (onset, null);
        if (_startIsDetection && _start is { } known && _entries.Start is { At: { } sign } failed && TimelineEnds.TellsOfFailure(failed) && sign.MinutesTo(known.Value) > 0)
        {
            (_start, _minutes) = (When(failed), null);
            _inferred.Add("The start is the first sign of impact in the timeline, which comes before the detection.");
        }
    }

    private void EndAfterReopening()
    {
        if (_end is { } closed && _entries.Reopened is { } again && closed.Value.MinutesTo(again.At!.Value) > 0)
        {
            (_end, _minutes) = (When(again), null);
            _inferred.Add("The end is the last restoration in the timeline: the incident was reopened after its stated end.");
        }
    }

    private void FindStart()
    {
        if (_start is null && _onset is { } told && Better(told.Value, _entries.Start))
            _start = told;
        if (_start is null && _end is null && _stated is { } length && TimelineEnds.Apart(_timeline, length.Value) is { } pair)
        {
            (_start, _end) = (When(pair.Start), When(pair.End));
            _inferred.Add("Start and end are the entries of the timeline that lie the stated duration apart.");
        }

        if (_start is null && (LongAsStated() ?? _entries.Start) is { } first)
        {
            _start = When(first);
            _inferred.Add("The start is the first sign of impact in the timeline.");
        }
    }

    /// <summary>
    /// An entry before the first sign, such as work that began, from which the incident lasted as long as the text says; null where there is none, or the
    /// first sign agrees with that.
    /// </summary>
    private TimelineEntry? LongAsStated()
    {
        if (_end is not null || _stated is not { } length || _entries is not { Start: { } first, End.At: { } end } || Agrees(first))
            return null;
        return _timeline.Entries.TakeWhile(entry => !ReferenceEquals(entry, first)).FirstOrDefault(Agrees);

        bool Agrees(TimelineEntry entry) => entry.At is { } at && Stretch.Between(at, end) is { } minutes && Math.Abs(minutes - length.Value) <= length.Value * Rounding;
    }

    private void FindEnd()
    {
        var restored = _entries.End is { } last && TimelineEnds.TellsOfRestoration(last);
        var follows = restored && _start is { Value: var start } && (_inferred.Count > 0 || _entries.Start?.At == start);
        _end ??= Summed();
        if (_end is null && !follows)
            AddStated();
        if (_end is null && !restored)
            _end = Over();
        if (_end is null && _entries.End is { } end && _start is not null)
        {
            _end = When(end);
            _inferred.Add("The end is the entry of the timeline that tells of full restoration.");
        }
    }

    /// <summary>The end with its date that the summary tells.</summary>
    private Found<Moment>? Summed() =>
        _start is { } start && Onset.ToldEnd(_outline.Blocks.Where(static b => b.Section == PassageKind.Summary), _clock, start.Value.Date) is { Value: { Date: not null, Time: not null } } end && start.Value.MinutesTo(end.Value) > 0
            ? end
            : null;

    private void AddStated()
    {
        if (_start is not { Value: { Date: not null, Time: not null } } start || _stated is not { } length || EndsLater(start.Value, length.Value))
            return;
        _end = new Found<Moment>(start.Value.PlusMinutes(Math.Round(length.Value)), [.. start.Spans, .. length.Spans]);
        _inferred.Add("The end is the start plus the stated duration.");
    }

    /// <summary>The end that any other sentence tells, unless it lies before the start.</summary>
    private Found<Moment>? Over() =>
        Onset.ToldEnd(_outline.Blocks, _clock, _start?.Value.Date ?? _clock.Day) is { } end && (_start is not { } start || (end.Value != start.Value && !(start.Value.MinutesTo(end.Value) < 0)))
            ? end
            : null;

    /// <summary>A start told in prose wins over the timeline when it has a clock time or the timeline has none.</summary>
    private static bool Better(Moment told, TimelineEntry? first) =>
        first is null || (told.Time is not null && (first.At!.Value.Time is null || told.MinutesTo(first.At.Value) is null or >= 0 and < MinutesADay));

    /// <summary>Whether the timeline ends about where the stated duration does.</summary>
    private bool EndsLater(Moment start, double length) =>
        _entries.End is { At: { } at } && start.MinutesTo(at) is { } minutes && Math.Abs(minutes - length) <= Math.Max(2, length * 0.2);

    private static Found<Moment> When(TimelineEntry entry) => new(entry.At!.Value, entry.Span);
}
