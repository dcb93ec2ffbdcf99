using NodaTime;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Analyzing;

/// <summary>The days that a review covers.</summary>
/// <param name="Name">What to call it: <c>2024-Q2</c>, <c>2024-01-01 to 2024-03-31</c>, <c>all dates</c>.</param>
/// <param name="From">The first day; null for no limit.</param>
/// <param name="To">The last day, itself included; null for no limit.</param>
/// <param name="FiscalYearStarts">The month in which fiscal years start, 1 to 12.</param>
public sealed record ReviewPeriod(string Name, LocalDate? From, LocalDate? To, int FiscalYearStarts)
{
    /// <summary>The quarter, when the review is of one.</summary>
    public FiscalQuarter? Quarter { get; private init; }

    /// <summary>Whether every document counts, dated or not.</summary>
    public bool IsUnlimited => From is null && To is null;

    /// <summary>The period that the options ask for.</summary>
    /// <exception cref="FormatException">The quarter can't be read.</exception>
    public static ReviewPeriod Of(ReviewOptions options) => options.Quarter is { } text
        ? OfQuarter(FiscalQuarter.Parse(text, options.FiscalYearStarts))
        : new ReviewPeriod(NameOf(options.From, options.To), options.From, options.To, options.FiscalYearStarts);

    /// <summary>Whether an incident of that day counts; one without a date only does when there are no limits.</summary>
    public bool Contains(LocalDate? day) =>
        IsUnlimited || (day is { } d && (From is not { } from || d >= from) && (To is not { } to || d <= to));

    private static ReviewPeriod OfQuarter(FiscalQuarter quarter) =>
        new(quarter.ToString(), quarter.First, quarter.Last, quarter.YearStarts) { Quarter = quarter };

    private static string NameOf(LocalDate? from, LocalDate? to) => (from, to) switch
    {
        (null, null) => "all dates",
        ({ } first, null) => $"since {IsoDay.Of(first)}",
        (null, { } last) => $"until {IsoDay.Of(last)}",
        ({ } first, { } last) => $"{IsoDay.Of(first)} to {IsoDay.Of(last)}",
    };
}
