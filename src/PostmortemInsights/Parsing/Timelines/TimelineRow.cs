using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Parsing.Times;

namespace PostmortemInsights.Parsing.Timelines;

/// <summary>Reads a row of a table as an entry: a cell holds the time, others may hold date and zone, the longest of the rest tells what happened.</summary>
internal static class TimelineRow
{
    /// <summary>The entry; null for a row that holds none.</summary>
    public static EntryDraft? Read(Block row, TimelineClock clock)
    {
        if (row.Cells.Count == 0 || (row.Header.Count == 0 && row.Cells.All(static cell => TimeScanner.Scan(cell).Count == 0)))
            return null;
        var stamped = row.Cells.FirstOrDefault(static cell => StampOf(cell) is not null);
        if (stamped is null && row.Cells.Count > 1 && RelativeStamp.Leading(row.Cells[0].Value) is { } relative)
            return new EntryDraft(null, row.Cells[1], row.Line) { FromStart = relative.FromStart ? relative.Minutes : null };
        TurnDay(row.Cells.Where(cell => !ReferenceEquals(cell, stamped)), clock);
        var text = row.Cells.Where(cell => !ReferenceEquals(cell, stamped) && IsText(cell)).MaxBy(static cell => cell.Value.Length);
        if (text is null or { IsEmpty: true })
            return null;
        var at = stamped is null && Named(row.Cells[0], text) is { } day ? AtNamed(day, text, clock) : At(row.Cells, stamped, clock);
        return new EntryDraft(at, text, row.Line);
    }

    /// <summary>The day that the first cell begins with when it names more than that (<c>3 May: tills down</c>).</summary>
    private static TimeMention? Named(CleanText first, CleanText text) =>
        !ReferenceEquals(first, text) && !TimeScanner.IsMoment(first) && Stamp.Leading(first) is { Mention: { Date: not null } day } ? day : null;

    /// <summary>The first clock time that the text names on that day, or the day alone.</summary>
    private static Moment AtNamed(TimeMention day, CleanText text, TimelineClock clock)
    {
        clock.Turn(day);
        return clock.Read(TimeScanner.Scan(text).Find(static m => m is { Time: not null, Date: null }) ?? day);
    }

    private static TimeMention? StampOf(CleanText cell) => Stamp.Leading(cell) is { Mention: { Time: not null } mention } ? mention : null;

    private static void TurnDay(IEnumerable<CleanText> cells, TimelineClock clock)
    {
        foreach (var cell in cells)
        {
            if (TimeScanner.IsMoment(cell) && TimeScanner.Scan(cell).Find(static m => m is { Date: not null, Time: null }) is { } day)
                clock.Turn(day);
        }
    }

    private static bool IsText(CleanText cell) => !TimeScanner.IsMoment(cell) && Zones.At(cell.Value, 0)?.Length != cell.Value.Length;

    private static Moment? At(IReadOnlyList<CleanText> cells, CleanText? stamped, TimelineClock clock)
    {
        if (stamped is not null)
            return clock.Read(StampOf(stamped)!);
        return clock.Day is { } day && cells.Any(IsDate) ? new Moment(day, null, null) : null;
    }

    private static bool IsDate(CleanText cell) => TimeScanner.IsMoment(cell) && TimeScanner.Scan(cell).Exists(static m => m.Date is not null);
}
