using System.Text.RegularExpressions;
using NodaTime;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Parsing.Times;

namespace PostmortemInsights.Parsing.Windows;

/// <summary>Reads two times of one passage as a stretch: <c>from 3 PM to 5:15 PM</c>, <c>began at … and lasted until …</c>.</summary>
internal static partial class RangeReader
{
    private const int LongestGap = 160;

    /// <summary>The first stretch in <paramref name="text"/>; null if there is none.</summary>
    public static Stretch? Read(CleanText text, IncidentClock clock, LocalDate? day)
    {
        var mentions = TimeScanner.Scan(text);
        for (var i = 0; i + 1 < mentions.Count; i++)
        {
            if (Connected(text.Value, mentions[i], mentions[i + 1]))
                return Extended(Stretch(text, clock, mentions[i], mentions[i + 1], day), text, clock, mentions, i + 1, day) with { FromDetection = Noticed().IsMatch(text.Value[Math.Max(0, mentions[i].Start - LongestGap)..mentions[i].Start]) };
        }

        return null;
    }

    /// <summary>A stretch with the windows that follow it in the same sentence: <c>from 7:08 until 10:40, and again from 19:03 until 19:19</c>.</summary>
    private static Stretch Extended(Stretch stretch, CleanText text, IncidentClock clock, List<TimeMention> mentions, int last, LocalDate? day)
    {
        for (var i = last; i + 2 < mentions.Count; i += 2)
        {
            if (!Again().IsMatch(text.Value.AsSpan(mentions[i].End, mentions[i + 1].Start - mentions[i].End)) || !Connected(text.Value, mentions[i + 1], mentions[i + 2]))
                break;
            var next = Stretch(text, clock, mentions[i + 1], mentions[i + 2], stretch.End?.Value.Date ?? day);
            stretch = stretch with { End = next.End, Minutes = next.End is { } end ? stretch.Start?.Value.MinutesTo(end.Value) : null };
        }

        return stretch;
    }

    /// <summary>Reads two times as beginning and end: what one lacks (date, zone, am or pm) it takes from the other, and midnight is passed when needed.</summary>
    public static Stretch Stretch(CleanText text, IncidentClock clock, TimeMention first, TimeMention second, LocalDate? day) =>
        Stretch(first, text.SpanOf(first.Start, first.End), second, text.SpanOf(second.Start, second.End), clock, day);

    /// <summary>The same for two times at different places.</summary>
    public static Stretch Stretch(TimeMention first, SourceSpan firstSpan, TimeMention second, SourceSpan secondSpan, IncidentClock clock, LocalDate? day)
    {
        (first, second) = Halves(first, second);
        var firstDate = first.Date ?? second.Date;
        var secondDate = second.Date ?? first.Date;
        var start = clock.Resolve(first with { Date = firstDate }, day, second.Zone);
        var end = clock.Resolve(second with { Date = secondDate }, day, first.Zone);
        if (second.Date is null && PassesMidnight(start, end))
            end = clock.Resolve(second with { Date = null }, start.Date?.PlusDays(1), first.Zone);
        else if (IsNoonForMidnight(first, second))
            return Stretch(first, firstSpan, second with { Time = second.Time!.Value.PlusHours(12) }, secondSpan, clock, day) with { Slips = true };
        else if (first.Date is null && second.Date is not null && PassesMidnight(start, end))
            (start, end) = ReadsBackwards(first, second, start, end, clock);
        return new Stretch(new Found<Moment>(start, firstSpan), new Found<Moment>(end, secondSpan), Minutes(start, end, firstDate, secondDate, clock));
    }

    /// <summary>Whether an end of <c>12:30 AM</c> lies before a start in the morning of the day that is written beside both: it is half past noon.</summary>
    private static bool IsNoonForMidnight(TimeMention first, TimeMention second) =>
        first.Date is not null && second.Date == first.Date && second is { SaysHalf: true, Time.Hour: 0 } && first.Time is { Hour: > 0 and < 12 };

    /// <summary>A date behind both times is that of the end; but <c>noon to midnight on 2 July</c> begins on that day.</summary>
    private static (Moment Start, Moment End) ReadsBackwards(TimeMention first, TimeMention second, Moment start, Moment end, IncidentClock clock) =>
        second.Time == LocalTime.Midnight
            ? (start, clock.Resolve(second with { Date = null }, end.Date?.PlusDays(1), first.Zone))
            : (clock.Resolve(first with { Date = null }, end.Date?.PlusDays(-1), second.Zone), end);

    /// <summary>Minutes between two moments; when only the year is missing, by the days as written.</summary>
    private static double? Minutes(Moment start, Moment end, DateText? firstDate, DateText? secondDate, IncidentClock clock)
    {
        if (start.MinutesTo(end) is { } minutes)
            return minutes;
        if (start.Time is null && end.Time is null)
            return Windows.Stretch.DaysBetween(start, end);
        if (start.Time is not { } from || end.Time is not { } to)
            return null;
        var days = firstDate is { } x && secondDate is { } y ? clock.Calendar.DaysBetween(x, y) : to < from ? 1 : 0;
        return (days * 1440.0) + Period.Between(from, to, PeriodUnits.Minutes).Minutes;
    }

    private static bool PassesMidnight(Moment start, Moment end) => start.Local is { } a && end.Local is { } b && b < a && start.Date == end.Date;

    /// <summary><c>2:30 to 4:00 PM</c> and <c>4pm to 6</c>: the half of the day that one names holds for both when that puts them in order.</summary>
    private static (TimeMention First, TimeMention Second) Halves(TimeMention first, TimeMention second)
    {
        if (first.Time is not { } a || second.Time is not { } b)
            return (first, second);
        if (second.HalfKnown && !first.HalfKnown && b.Hour < 12 && b < a && b.PlusHours(12) > a && second.Date is null)
            return (first, second with { Time = b.PlusHours(12) });
        return (first.InHalfOf(second), second);
    }

    private static bool Connected(string text, TimeMention first, TimeMention second)
    {
        if (first.Time is not null && second.Time is null || first.Time is null && (first.Date is null || second is { Date: null, Time: null }))
            return false;
        var length = second.Start - first.End;
        if (length is < 1 or > LongestGap)
            return false;
        var gap = text.Substring(first.End, length);
        if (first.Time is null && second.Time is not null)
            return Until().IsMatch(gap);
        if (Dash().IsMatch(gap))
            return true;
        if (And().IsMatch(gap) && Between().IsMatch(text[Math.Max(0, first.Start - 60)..first.End]))
            return true;
        return Began().IsMatch(text[Math.Max(0, first.Start - 90)..first.Start]) && Ended().IsMatch(gap) && !OtherStory().IsMatch(gap);
    }

    [GeneratedRegex(@"\A[\s,)]*(?:and\s(?:going|running|lasting|continuing|extending|carrying\son|ending)\s)?(?>(?:->|-|–|—|―|→|~|to|until|till|til|through|up\sto|end[- ]time:|end(?:ing|s)?\s?(?:time|at)?\s?:?)\s*)+(?:(?:about|around|approximately|roughly|approx\.?|the|on|at|~)\s*)*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dash();

    [GeneratedRegex(@"\A[\s,]*(?:until|till|til)\s(?:(?:about|around|approximately)\s)*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Until();

    [GeneratedRegex(@"\b(?:discovered|detected|noticed|reported|alerted|identified)\b[^.]*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Noticed();

    [GeneratedRegex(@"\A[\s,]*and\s(?:(?:about|around|approximately|roughly|the)\s)*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex And();

    [GeneratedRegex(@"\A[\s,;]*(?:(?:and|then|and then)\s*)?(?:again\s+)?(?:(?:from|between)\s*)?(?:(?:about|around)\s*)?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Again();

    [GeneratedRegex(@"\bbetween\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(@"\b(?:from|began|begins?|begin|started|starts?|starting|beginning|commenced|occurred|occured|took place|place|went down|since|at|on|start:?|start time:?|around|approximately|about|outage|downtime)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Began();

    [GeneratedRegex(@"\b(?:until|till|ended|ends?|ending|lasted|lasting|resolved|restored|recovered|concluded|fixed|back (?:up|online|to|at|by|in)|came back|end:?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ended();

    [GeneratedRegex(@"\b(?:deployed|due to be|was due|scheduled|transitioned|jumped)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherStory();
}
