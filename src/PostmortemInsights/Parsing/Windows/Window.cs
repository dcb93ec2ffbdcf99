using NodaTime;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Parsing.Windows;

/// <summary>When the impact began and ended, how long it is said to have lasted, and where each was read.</summary>
/// <param name="Start">The beginning of the impact.</param>
/// <param name="End">The end of the impact.</param>
/// <param name="Minutes">From start to end, also when only the year is missing; null when one of them is not known to the minute.</param>
/// <param name="Stated">The duration in words or figures, in minutes.</param>
/// <param name="Inferred">What was not said outright but taken from elsewhere: a sentence each.</param>
internal sealed record Window(Found<Moment>? Start, Found<Moment>? End, double? Minutes, Found<double>? Stated, IReadOnlyList<string> Inferred);

/// <summary>A beginning and an end as read from one place.</summary>
/// <param name="Start">The beginning; null when the place does not give it.</param>
/// <param name="End">The end; null when the place does not give it.</param>
/// <param name="Minutes">From one to the other; null when not known to the minute.</param>
internal sealed record Stretch(Found<Moment>? Start, Found<Moment>? End, double? Minutes)
{
    private const int MinutesADay = 24 * 60;

    /// <summary>The beginning; null when the place does not give it, or only a day of an unknown year.</summary>
    public Found<Moment>? Start { get; init; } = Known(Start);

    /// <summary>The end; null when the place does not give it, or only a day of an unknown year.</summary>
    public Found<Moment>? End { get; init; } = Known(End);

    /// <summary>Whether the beginning is when it was noticed, which may be later than when it began.</summary>
    public bool FromDetection { get; init; }

    /// <summary>Whether am was read for pm, since the end would lie before the beginning.</summary>
    public bool Slips { get; init; }

    /// <summary>Minutes from one moment to another; of two clock times without a date, to the next such time.</summary>
    public static double? Between(Moment start, Moment end)
    {
        if (start.MinutesTo(end) is { } minutes)
            return minutes;
        if (start is { Date: null, Time: { } a } && end is { Date: null, Time: { } b })
            return Period.Between(a, b, PeriodUnits.Minutes).Minutes is var m && m >= 0 ? m : m + MinutesADay;
        return null;
    }

    /// <summary>Minutes from one day to a later one, where neither moment has a clock time; else null.</summary>
    public static double? DaysBetween(Moment start, Moment end) =>
        start is { Time: null, Date: { } from } && end is { Time: null, Date: { } to } && to > from ? Period.DaysBetween(from, to) * (double)MinutesADay : null;

    private static Found<Moment>? Known(Found<Moment>? moment) => moment is { Value: { Date: null, Time: null } } ? null : moment;
}
