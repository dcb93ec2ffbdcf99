using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace PostmortemInsights.Indexing.Queries;

/// <summary>Reads <c>2024</c>, <c>2024-Q2</c>, <c>2024-04</c> and <c>2024-04-15</c> as the days that they span.</summary>
public static partial class DateText
{
    /// <summary>First and last day, or null when the text is no such period.</summary>
    public static (LocalDate First, LocalDate Last)? Period(string text)
    {
        var match = Form().Match(text);
        if (!match.Success)
            return null;
        var year = Number(match.Groups["year"]) ?? 0;
        if (year == 0)
            return null;
        if (Number(match.Groups["quarter"]) is { } quarter)
            return Months(year, (quarter * 3) - 2, 3);
        if (Number(match.Groups["month"]) is not { } month)
            return Months(year, 1, 12);
        if (month is < 1 or > 12)
            return null;
        return Number(match.Groups["day"]) is { } day ? Day(year, month, day) : Months(year, month, 1);
    }

    private static (LocalDate First, LocalDate Last) Months(int year, int month, int count)
    {
        var first = new LocalDate(year, month, 1);
        return (first, first.With(DateAdjusters.StartOfMonth).PlusMonths(count - 1).With(DateAdjusters.EndOfMonth));
    }

    private static (LocalDate First, LocalDate Last)? Day(int year, int month, int day)
    {
        if (day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month))
            return null;
        var date = new LocalDate(year, month, day);
        return (date, date);
    }

    private static int? Number(Group group) => group.Success ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(
        @"^(?<year>[0-9]{4})(-?[Qq](?<quarter>[1-4])|-(?<month>[0-9]{2})(-(?<day>[0-9]{2}))?)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
