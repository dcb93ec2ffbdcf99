using NodaTime;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Times;
using PostmortemInsights.Parsing.Windows;

namespace PostmortemInsights.Parsing.Timelines;

/// <summary>
/// The clock that runs along a timeline: the date, the zone and the half of the day that a stamp leaves out are those of the stamps
/// before it, until midnight or noon is passed.
/// </summary>
/// <param name="clock">The clock of the document.</param>
/// <param name="told">What the text says outright of beginning and end: the day before the first date is the one on which it begins.</param>
internal sealed class TimelineClock(IncidentClock clock, Stretch? told)
{
    private const int LongestStepBack = 6 * 60;
    private const int MinutesADay = 24 * 60;
    private const int HalfADay = 12;

    /// <summary>Days up to a weekday ahead; one more, and it was yesterday.</summary>
    private const int LongestWeekStep = 5;

    private LocalTime? _last;
    private LocalDate? _written;
    private bool _ascends;
    private bool _began;
    private bool _afternoon;
    private bool _dayIsSaid;

    /// <summary>The day of a stamp without a date.</summary>
    public LocalDate? Day { get; private set; } = told?.Start?.Value.Date ?? clock.Day;

    /// <summary>The zone that a note in the timeline names, for stamps without one.</summary>
    public Zone? Zone { get; set; }

    /// <summary>The first moment whose day is another than the one written; null if there is none.</summary>
    public Moment? Misdated { get; private set; }

    /// <summary>The day of an entry without a stamp under a date; null where no date stands above.</summary>
    public Moment? DayAlone => _dayIsSaid ? new Moment(Day, null, null) : null;

    /// <summary>Begins the day of a date that stands above entries: it holds for those without a stamp, too.</summary>
    public void Begin(TimeMention date)
    {
        Turn(date);
        _dayIsSaid = true;
    }

    /// <summary>Begins the day of a date that stands by itself above entries, or in a column of its own.</summary>
    public void Turn(TimeMention date)
    {
        if (date.Date is { } written)
            Turn(clock.Calendar.Resolve(written));
    }

    private void Turn(LocalDate? date)
    {
        if (date is { } day)
            (Day, _last, _afternoon, _written) = (day, null, false, null);
    }

    /// <summary>
    /// Begins the day of a weekday: the next such day, or yesterday; at the head of a timeline tomorrow or the last such day, since the day
    /// known there may be the report's.
    /// </summary>
    public void Turn(IsoDayOfWeek weekday)
    {
        if (Day is not { } day || day.DayOfWeek == weekday)
            return;
        var next = day.Next(weekday);
        var forward = Period.DaysBetween(day, next) <= (_began ? LongestWeekStep : 1);
        (Day, _last, _afternoon) = (forward ? next : day.Previous(weekday), null, false);
    }

    /// <summary>Whether a clock time lies before the last stamp.</summary>
    public bool IsPast(TimeMention stamp) => stamp.Time < _last;

    /// <summary>The moment of the next stamp.</summary>
    public Moment Read(TimeMention stamp)
    {
        if (stamp.Date is { } date)
            return ReadDated(stamp, clock.Calendar.Resolve(date));
        if (stamp.Time is null)
            return clock.Resolve(stamp, Day, Zone);
        if (stamp.Weekday is { } weekday)
            Turn(weekday);
        if (told?.Start?.Value is { Date: { } begin, Time: { } time } && time == stamp.Time && Day?.PlusDays(1) == begin)
            (Day, _last) = (begin, null);
        var read = InItsHalf(stamp);
        _ascends |= read.Time > _last;
        if (Day is { } day && PassesMidnight(read, day))
            Day = day.PlusDays(1);
        (_last, _began) = (read.Time, true);
        return clock.Resolve(read, Day, Zone);
    }

    private Moment ReadDated(TimeMention stamp, LocalDate? written)
    {
        _ascends |= written == Day && stamp.Time > _last;
        var day = DayOf(written, stamp.Time);
        Turn(day);
        (_last, _began, _afternoon, _written) = (stamp.Time, true, IsAfternoon(stamp), written);
        var moment = clock.Resolve(stamp with { Date = day is null ? stamp.Date : null }, day, Zone);
        Misdated ??= day == written ? null : moment;
        return moment;
    }

    /// <summary>
    /// The day of a stamp with a date, in a timeline that runs forward. Dates are copied from one entry to the next: where the clock falls far back
    /// under the same one, midnight was passed, if the text says that it went on; and an entry after those of the day of the incident is of no day
    /// long before it.
    /// </summary>
    private LocalDate? DayOf(LocalDate? written, LocalTime? time)
    {
        if (written is null || !_ascends || _last is not { } last || time is not { } clockTime || Day is not { } day)
            return written;
        if (written == _written)
            return StepsFarBack(last, clockTime) && told?.End?.Value.Date > day ? day.PlusDays(1) : day;
        return written < day.PlusDays(-1) && day == (told?.Start?.Value.Date ?? clock.Day) && clockTime >= last ? day : written;
    }

    /// <summary>
    /// A clock of twelve hours without am and pm passes noon: after <c>12:40</c>, <c>1:05</c> is 13:05, and so on from there; so it is after
    /// <c>1:00 PM</c>.
    /// </summary>
    private TimeMention InItsHalf(TimeMention stamp)
    {
        var time = stamp.Time!.Value;
        if (!stamp.HalfKnown || stamp.SaysHalf || time.Hour >= HalfADay)
        {
            var read = stamp.SaysHalf && SlipsOut(time) ? stamp with { Time = time.PlusHours(HalfADay) } : stamp;
            _afternoon = IsAfternoon(read);
            return read;
        }

        _afternoon = _afternoon ? !StepsFarBack(_last!.Value, time.PlusHours(HalfADay)) : _last is { Hour: <= HalfADay } last && StepsFarBack(last, time);
        return _afternoon ? stamp with { Time = time.PlusHours(HalfADay) } : stamp;
    }

    /// <summary>Whether a clock is outside a window of one day in which the one before was, and inside it with am for pm: then that is a slip.</summary>
    private bool SlipsOut(LocalTime time)
    {
        if (told is not { Start.Value: { Time: { } start } begin, End.Value: { Time: { } end } over } || begin.Date is not { } day || day != over.Date || day != Day)
            return false;
        var other = time.PlusHours(HalfADay);
        return _last >= start && (time < start || time > end) && other >= _last && other <= end;
    }

    private static bool IsAfternoon(TimeMention stamp) => stamp is { SaysHalf: true, Time.Hour: >= HalfADay };

    private bool PassesMidnight(TimeMention stamp, LocalDate day) =>
        _last is { } last ? StepsFarBack(last, stamp.Time!.Value) : !_began && BeginsNextDay(clock.Resolve(stamp, day, Zone));

    /// <summary>Whether the first stamp lies long before a window that passes one midnight, and a day later in it.</summary>
    private bool BeginsNextDay(Moment first) =>
        told is { Start.Value: { Time: not null } start, End.Value: var end } && end.Date == start.Date?.PlusDays(1)
        && first.Date == start.Date && first.MinutesTo(start) > LongestStepBack && first.MinutesTo(end) >= MinutesADay;

    /// <summary>A clock that falls back by more than six hours has passed midnight or noon; a smaller step back is an entry out of order.</summary>
    private static bool StepsFarBack(LocalTime last, LocalTime time) => Period.Between(time, last, PeriodUnits.Minutes).Minutes > LongestStepBack;
}
