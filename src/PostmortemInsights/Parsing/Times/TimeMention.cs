using NodaTime;

namespace PostmortemInsights.Parsing.Times;

/// <summary>A date as written: day and month, and the year if the text gives it here.</summary>
/// <param name="Day">Day of the month as read day-first or by the month's name.</param>
/// <param name="Month">Month, 1 to 12, or a larger number when day and month are swapped for certain.</param>
/// <param name="Year">Four digits; null when not given here.</param>
/// <param name="Numeric">Written in figures only, with the day or the month first.</param>
/// <param name="Weekday">The weekday written beside it.</param>
internal readonly record struct DateText(int Day, int Month, int? Year, bool Numeric, IsoDayOfWeek? Weekday)
{
    /// <summary>True when the figures can only be read month first (06/13), false when only day first (13/06), null when they don't tell.</summary>
    public bool? MonthFirst { get; init; }

    /// <summary>Whether day and month could be swapped and mean another day.</summary>
    public bool CanSwap => Numeric && Day <= 12 && Month <= 12 && Day != Month;

    /// <summary>The same figures read month first.</summary>
    public DateText Swapped => this with { Day = Month, Month = Day };
}

/// <summary>A place in a text that names a date, a clock time, or both.</summary>
/// <param name="Start">Offset in the clean text.</param>
/// <param name="End">Offset after it.</param>
/// <param name="Date">The date, if one is written.</param>
/// <param name="Time">The clock time, if one is written.</param>
/// <param name="Zone">The zone, if one is written.</param>
internal sealed record TimeMention(int Start, int End, DateText? Date, LocalTime? Time, Zone? Zone)
{
    private const int HalfADay = 12;

    /// <summary>A clock without am or pm that is 12 or less, such as the 6 of "4 to 6 pm".</summary>
    public bool HalfKnown { get; init; }

    /// <summary>Whether am or pm is written beside the clock, or beside the end of the range that it begins.</summary>
    public bool SaysHalf { get; init; }

    /// <summary>
    /// This time as the beginning of a range: the half of the day that <paramref name="end"/> names holds for it too when that puts them in
    /// order (<c>2:30 to 4:00 PM</c>, <c>12:10 to 12:30 AM</c>).
    /// </summary>
    public TimeMention InHalfOf(TimeMention end)
    {
        if (!HalfKnown || end.HalfKnown || Time is not { } from || end.Time is not { } to)
            return this;
        if (from.Hour == HalfADay)
            return to.Hour < HalfADay && from.PlusHours(HalfADay) <= to ? this with { Time = from.PlusHours(HalfADay), SaysHalf = true } : this;
        return to.Hour >= HalfADay && from.PlusHours(HalfADay) <= to ? this with { Time = from.PlusHours(HalfADay), SaysHalf = true } : this;
    }

    /// <summary>The weekday in front of a clock time that has no date: <c>Sat 16:40</c>; only known of the stamps of a timeline.</summary>
    public IsoDayOfWeek? Weekday { get; init; }
}
