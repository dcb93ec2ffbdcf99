using NodaTime;

namespace PostmortemInsights.Parsing.Times;

/// <summary>
/// Which days a document speaks of: settles the order of day and month and the year of dates that lack one, from everything
/// else that the document says.
/// </summary>
internal sealed class Calendar
{
    private static readonly HashSet<string> MonthFirstZones = new(StringComparer.Ordinal)
    {
        "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles",
    };

    private static readonly HashSet<string> MonthFirstNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "Eastern Standard Time", "Pacific Standard Time", "Central Standard Time",
    };

    private const int MostDays = 400;
    private const int FewDays = 7;
    private const int AnyYear = 2001;

    private readonly List<LocalDate> _certain = [];
    private readonly bool _monthFirst;
    private readonly int? _namedYear;

    /// <summary>
    /// Learns from every date in the document, in order, and from the <paramref name="zone"/> of a note; <paramref name="published"/> is the
    /// day in the front matter, <paramref name="namedYear"/> one that a heading names.
    /// </summary>
    public Calendar(IReadOnlyList<TimeMention> mentions, LocalDate? published, Zone? zone = null, int? namedYear = null)
    {
        _namedYear = namedYear;
        var dates = mentions.Where(static m => m.Date is not null).Select(static m => m.Date!.Value).ToList();
        Published = published;
        foreach (var date in dates)
        {
            if (!date.CanSwap && date.Year is { } year && Day(year, date.Month, date.Day) is { } day)
                _certain.Add(day);
        }

        _certain = [.. _certain.Distinct().Take(MostDays)];

        var order = dates.Select(static d => d.MonthFirst).FirstOrDefault(static order => order is not null) ?? CloserOrder(dates);
        _monthFirst = order ?? (IsAmerican(zone) || mentions.Any(static m => IsAmerican(m.Zone)));
        Ambiguous = order is null && dates.Exists(static d => d.CanSwap) && !dates.Where(static d => d.CanSwap).Any(d => Fits(d) != Fits(d.Swapped));
        Incident = dates.Select(Resolve).FirstOrDefault(static d => d is not null);
    }

    /// <summary>Whether a date could be read both ways and nothing in the document settles which.</summary>
    public bool Ambiguous { get; }

    /// <summary>The first full date that the text gives; null if it gives none.</summary>
    public LocalDate? Incident { get; }

    /// <summary>The day in the front matter.</summary>
    public LocalDate? Published { get; }

    /// <summary>The day meant; null when the year is never given or there is no such day.</summary>
    public LocalDate? Resolve(DateText date)
    {
        return ResolveAs(date.CanSwap && ReadsMonthFirst(date) ? date.Swapped : date);
    }

    /// <summary>The day that the figures name as they stand; null when the year is never given or there is no such day.</summary>
    public LocalDate? ResolveAs(DateText date) => (date.Year ?? YearOf(date)) is { } year ? Day(year, date.Month, date.Day) : null;

    /// <summary>Days from one date to another; a year that neither gives does not matter.</summary>
    public int DaysBetween(DateText from, DateText to)
    {
        var (a, b) = (Resolve(from) ?? Day(AnyYear, from.Month, from.Day), Resolve(to) ?? Day(AnyYear, to.Month, to.Day));
        return a is { } x && b is { } y ? Period.DaysBetween(x, y) : 0;
    }

    private bool ReadsMonthFirst(DateText date)
    {
        var (dayFirst, monthFirst) = (Fits(date), Fits(date.Swapped));
        return dayFirst == monthFirst ? _monthFirst : monthFirst;
    }

    /// <summary>Whether the weekday written beside a date, or another date of the document, bears the reading out.</summary>
    private bool Fits(DateText date)
    {
        var year = date.Year ?? YearOf(date);
        if (year is not { } y || Day(y, date.Month, date.Day) is not { } day)
            return false;
        return (date.Weekday is { } weekday && day.DayOfWeek == weekday) || _certain.Exists(other => Math.Abs(Period.DaysBetween(day, other)) <= 3);
    }

    /// <summary>The dates of one incident lie close together: the order that puts them within days, where the other puts months between them.</summary>
    private static bool? CloserOrder(List<DateText> dates)
    {
        var either = dates.Where(static d => d is { Numeric: true, Day: <= 12, Month: <= 12 }).Distinct().ToList();
        var (dayFirst, monthFirst) = (Spread(either), Spread(either.Select(static d => d.Swapped)));
        return Math.Min(dayFirst, monthFirst) <= FewDays && Math.Max(dayFirst, monthFirst) > FewDays ? monthFirst < dayFirst : null;
    }

    private static int Spread(IEnumerable<DateText> dates)
    {
        var days = dates.Select(static d => Day(d.Year ?? AnyYear, d.Month, d.Day)).OfType<LocalDate>().ToList();
        return days.Count == 0 ? 0 : Period.DaysBetween(days.Min(), days.Max());
    }

    private static bool IsAmerican(Zone? zone) =>
        zone is not null && (MonthFirstNames.Contains(zone.Name) || (zone.Tzdb is { } id && MonthFirstZones.Contains(id)));

    private int? YearOf(DateText date)
    {
        foreach (var known in _certain)
        {
            if (known.Month == date.Month && known.Day == date.Day)
                return known.Year;
        }

        if (_certain.Count == 0 && _namedYear is { } named)
            return named;
        if ((_certain.Count > 0 ? _certain[0] : Published) is not { } near)
            return null;
        var best = near.Year;
        foreach (var year in new[] { near.Year - 1, near.Year + 1 })
        {
            if (Distance(year, date, near) < Distance(best, date, near))
                best = year;
        }

        return best;
    }

    private static int Distance(int year, DateText date, LocalDate near) =>
        Day(year, date.Month, date.Day) is { } day ? Math.Abs(Period.DaysBetween(day, near)) : int.MaxValue;

    private static LocalDate? Day(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;
}
