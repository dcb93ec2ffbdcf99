using NodaTime;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Parsing.Times;
using PostmortemInsights.Parsing.Windows;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>Finds when the incident was noticed.</summary>
internal static class DetectionTime
{
    private const int MinutesADay = 24 * 60;

    /// <summary>
    /// The time of the first entry or sentence that says so, or that much behind the beginning as a field such as <c>Time to detect</c> has it, of
    /// those who are said to have noticed; else, where one says that it was at once or so many minutes later, that much behind the beginning.
    /// </summary>
    public static Found<Moment>? Read(IEnumerable<Notice> notices, DetectionMethod? by, IReadOnlyList<TimelineEntry> timeline, IncidentClock clock, Window window)
    {
        var ordered = notices.Where(n => n.Method is null || n.Method == by).OrderBy(static n => n.Order).ToList();
        var found = First(ordered, statement => TimeOf(statement, timeline, clock, window) ?? FromField(statement, window.Start))
            ?? First(ordered, statement => TimeIn(statement.Block.Under, clock, window)) ?? First(ordered, statement => FromStart(statement, window.Start));
        return found is { Value: { Time: null, Date: { } day } } ? First(ordered, statement => EntryOf(statement, timeline, day)) ?? found : found;
    }

    /// <summary>The entry of the day that a statement gives, with its clock time.</summary>
    private static Found<Moment>? EntryOf(Statement statement, IReadOnlyList<TimelineEntry> timeline, LocalDate day) =>
        statement.InTimeline && timeline[statement.Entry] is { At: { Time: not null } at } entry && at.Date == day ? new Found<Moment>(at, entry.Span) : null;

    private static Found<Moment>? First(List<Notice> notices, Func<Statement, Found<Moment>?> timeOf)
    {
        foreach (var notice in notices)
        {
            if (timeOf(notice.Statement) is { } at)
                return at;
        }

        return null;
    }

    private static Found<Moment>? TimeOf(Statement statement, IReadOnlyList<TimelineEntry> timeline, IncidentClock clock, Window window)
    {
        if (statement.InTimeline && timeline[statement.Entry] is { At: { } at } entry)
            return new Found<Moment>(at, entry.Span);
        return TimeIn(statement.Text, clock, window) ?? (TimeIn(statement.Block.Under, clock, window) is { Value.Time: not null } above ? above : null);
    }

    private static Found<Moment>? TimeIn(CleanText text, IncidentClock clock, Window window)
    {
        var mentions = TimeScanner.Scan(text);
        var mention = mentions.Find(static m => m.Time is not null) ?? mentions.Find(static m => m.Date is not null);
        if (mention is null)
            return null;
        var at = clock.Resolve(mention, DayOf(mention, window) ?? clock.Calendar.Incident);
        return at is { Date: null, Time: null } ? null : new Found<Moment>(at, text.SpanOf(mention.Start, mention.End));
    }

    /// <summary>The day that a clock time without one has: the first of the impact, or the next when the impact passes midnight before it.</summary>
    private static LocalDate? DayOf(TimeMention mention, Window window)
    {
        if (window.Start?.Value is not { Date: { } day } start)
            return null;
        var overnight = window.End?.Value.Date > day && mention.Time < start.Time;
        return overnight ? day.PlusDays(1) : day;
    }

    private static Found<Moment>? FromField(Statement statement, Found<Moment>? start) =>
        start is { Value: { Time: not null } began } && DetectionReader.IsDelay(statement) && LengthIn(statement.Text.Value) is { } passed
            ? new Found<Moment>(began.PlusMinutes(passed), statement.Text.Span)
            : null;

    private static Found<Moment>? FromStart(Statement statement, Found<Moment>? start)
    {
        if (start is not { Value: { Time: not null } began })
            return null;
        var minutes = DetectionReader.IsAtOnce(statement) ? 0 : DetectionReader.IsBehind(statement) ? LengthIn(statement.Text.Value) : null;
        return minutes is { } passed ? new Found<Moment>(began.PlusMinutes(passed), statement.Text.Span) : null;
    }

    private static double? LengthIn(string text) => Durations.Scan(text) is [{ Minutes: < MinutesADay } length, ..] ? length.Minutes : null;
}
