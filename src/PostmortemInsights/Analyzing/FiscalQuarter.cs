using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace PostmortemInsights.Analyzing;

/// <summary>
/// A quarter of a year that may begin in another month than January. A fiscal year is named for the calendar year in which it ends:
/// where years start in October, October 2023 lies in FY2024-Q1.
/// </summary>
/// <param name="Year">The year by its name.</param>
/// <param name="Number">1 to 4.</param>
/// <param name="YearStarts">The month in which years start, 1 to 12.</param>
public readonly partial record struct FiscalQuarter(int Year, int Number, int YearStarts)
{
    /// <summary>The quarter that a day lies in.</summary>
    public static FiscalQuarter Of(LocalDate day, int yearStarts = 1)
    {
        var months = (day.Month - yearStarts + 12) % 12;
        var year = yearStarts > 1 && day.Month >= yearStarts ? day.Year + 1 : day.Year;
        return new FiscalQuarter(year, (months / 3) + 1, yearStarts);
    }

    /// <summary>Reads <c>2024-Q2</c>, <c>2024Q2</c> or <c>FY2024-Q2</c>.</summary>
    /// <exception cref="FormatException">The text is no such quarter, or the month is none.</exception>
    public static FiscalQuarter Parse(string text, int yearStarts = 1)
    {
        var match = Pattern().Match(text);
        if (!match.Success)
            throw new FormatException($"'{text}' is no quarter: write it like 2024-Q2.");
        if (yearStarts is < 1 or > 12)
            throw new FormatException($"A fiscal year can't start in month {yearStarts}: give a month from 1 to 12.");
        return new FiscalQuarter(
            int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture), match.Groups["quarter"].Value[0] - '0', yearStarts);
    }

    /// <summary>The first day.</summary>
    public LocalDate First => new LocalDate(YearStarts > 1 ? Year - 1 : Year, YearStarts, 1).PlusMonths(3 * (Number - 1));

    /// <summary>The last day.</summary>
    public LocalDate Last => First.PlusMonths(3).PlusDays(-1);

    /// <summary>The quarter before.</summary>
    public FiscalQuarter Previous => Number > 1 ? this with { Number = Number - 1 } : this with { Year = Year - 1, Number = 4 };

    /// <summary>The quarter after.</summary>
    public FiscalQuarter Next => Number < 4 ? this with { Number = Number + 1 } : this with { Year = Year + 1, Number = 1 };

    /// <summary><c>2024-Q2</c>, or <c>FY2024-Q2</c> when years do not start in January.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(YearStarts > 1 ? "FY" : "")}{Year:0000}-Q{Number}");

    [GeneratedRegex(@"\A(?:FY)?(?<year>[0-9]{4})-?Q(?<quarter>[1-4])\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
