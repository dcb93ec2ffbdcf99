using NodaTime;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Indexing.Storing;

/// <summary>Which parts of a moment a record holds; none of them is a moment that is not known.</summary>
[Flags]
internal enum KnownParts : byte
{
    None = 0,
    Date = 1,
    Time = 2,
    Offset = 4,
}

/// <summary>The parts of a moment as a record holds them.</summary>
internal static class MomentParts
{
    private static readonly int EpochNumber = new DateOnly(1970, 1, 1).DayNumber;

    public static KnownParts Of(Moment? moment) =>
        (moment?.Date is null ? KnownParts.None : KnownParts.Date)
        | (moment?.Time is null ? KnownParts.None : KnownParts.Time)
        | (moment?.Offset is null ? KnownParts.None : KnownParts.Offset);

    /// <summary>Days since the first of 1970.</summary>
    public static int DayNumber(LocalDate date) => date.ToDateOnly().DayNumber - EpochNumber;

    public static LocalDate Day(int number)
    {
        var day = DateOnly.FromDayNumber(EpochNumber + number);
        return new LocalDate(day.Year, day.Month, day.Day);
    }
}
