using System.Buffers;
using System.Text.RegularExpressions;
using NodaTime;
using PostmortemInsights.Parsing.Outlining;

namespace PostmortemInsights.Parsing.Times;

/// <summary>Finds dates, clock times and zones in a clean text and joins those that belong together.</summary>
internal static partial class TimeScanner
{
    private const int LongestGap = 24;

    private static readonly SearchValues<string> Months = SearchValues.Create(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> Names = SearchValues.Create(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mon", "tue", "wed", "thu", "fri", "sat", "sun"], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> TimesInWords = SearchValues.Create(["noon", "midday", "mid-day", "midnight"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The mentions in a clean text, which keeps them.</summary>
    public static List<TimeMention> Scan(CleanText text) => text.Mentions ??= Scan(text.Value);

    /// <summary>Every mention in order, without overlap.</summary>
    public static List<TimeMention> Scan(string text)
    {
        var figures = text.AsSpan().ContainsAnyInRange('0', '9');
        if (!figures && !text.AsSpan().ContainsAny(TimesInWords))
            return [];
        var pieces = figures && MayHoldDate(text) ? Dates(text) : [];
        pieces.AddRange(Clocks(text, pieces));
        pieces.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return Join(text, pieces);
    }

    /// <summary>Whether a month or a figure joined to another (<c>6/4</c>, <c>6, 4</c>) stands in a text: most figures belong to no date, and to see that is quick.</summary>
    private static bool MayHoldDate(string text)
    {
        if (text.AsSpan().ContainsAny(Months))
            return true;
        for (var i = text.Length - 2; i > 0; i--)
        {
            var next = text[i] is '/' or '-' or '.' ? i + 1 : text[i] == ',' ? i + 2 : text.Length;
            if (char.IsDigit(text[i - 1]) && next < text.Length && char.IsDigit(text[next]))
                return true;
        }

        return false;
    }

    /// <summary>Whether the text is nothing but a moment (a heading such as <c>22:00</c> or <c>May 12</c>).</summary>
    public static bool IsMoment(CleanText text)
    {
        if (text.Value.Length is 0 or > 60)
            return false;
        var covered = Scan(text).Sum(static mention => mention.End - mention.Start);
        return covered > 0 && text.Value.Length - covered <= 6;
    }

    private static List<TimeMention> Dates(string text)
    {
        var dates = new List<TimeMention>();
        foreach (var match in DatesIn(text))
        {
            var isVersion = match.Groups["dot"].Success && Version().IsMatch(text.AsSpan(0, match.Index)[Math.Max(0, match.Index - LongestGap)..]);
            if (!isVersion && ReadDate(match) is { } date)
                dates.Add(new TimeMention(match.Index, match.Index + match.Length, date, null, null));
        }

        return dates;
    }

    /// <summary>What is written like a date: it begins with a figure or a name, and only there is it looked for.</summary>
    private static IEnumerable<Match> DatesIn(string text)
    {
        var (at, figure) = (0, -1);
        while (at < text.Length)
        {
            if (figure < at)
                figure = text.AsSpan(at).IndexOfAnyInRange('0', '9') is >= 0 and var next ? at + next : text.Length;
            var name = text.AsSpan(at, figure - at).IndexOfAny(Names);
            var match = DateForm().Match(text, name >= 0 ? at + name : figure);
            if (match.Success)
                yield return match;
            at = match.Success ? match.Index + match.Length : (name >= 0 ? at + name : figure) + 1;
        }
    }

    /// <summary>Whether a clock time is written as in <c>2024-06-04T14:00:00-05:00</c>, with or without its date; a minus behind it is its offset's.</summary>
    private static bool IsIso(string text, int clock) => clock > 0 && text[clock - 1] == 'T';

    private static DateText? ReadDate(Match match)
    {
        var weekday = Weekday(match.Groups["weekday"].Value);
        var year = Year(match.Groups["year"].Value);
        if (match.Groups["name"].Success)
        {
            var month = Month(match.Groups["name"].Value);
            var day = Number(match.Groups["day"]);
            return day is >= 1 and <= 31 && month > 0 ? new DateText(day, month, year, false, weekday) : null;
        }

        var (a, b) = (Number(match.Groups["a"]), Number(match.Groups["b"]));
        if (match.Groups["iso"].Success)
            return a is >= 1 and <= 12 && b is >= 1 and <= 31 ? new DateText(b, a, year, false, weekday) : null;
        if (a is < 1 or > 31 || b is < 1 or > 31 || (a > 12 && b > 12))
            return null;
        return b > 12
            ? new DateText(b, a, year, true, weekday) { MonthFirst = true }
            : new DateText(a, b, year, true, weekday) { MonthFirst = a > 12 ? false : null };
    }

    private static List<TimeMention> Clocks(string text, List<TimeMention> dates)
    {
        var clocks = new List<TimeMention>();
        var next = 0;
        for (var match = ClockForm().Match(text); match.Success; match = match.NextMatch())
        {
            var (start, end) = (match.Index, match.Index + match.Length);
            while (next < dates.Count && dates[next].End <= start)
                next++;
            if ((next < dates.Count && dates[next].Start < end) || (clocks.Count > 0 && start < clocks[^1].End) || ReadClock(match) is not { } time)
                continue;
            var zone = ZoneAfter(text, end, IsIso(text, start));
            if (match.Groups["sep"].Value == "." && !match.Groups["half"].Success && zone is null && !AtHead().IsMatch(Before(text, start)))
                continue;
            if (match.Groups["military"].Success && zone is null && !match.Groups["hours"].Success && !IsMilitary(text, match, next > 0 ? dates[next - 1] : null))
                continue;
            clocks.Add(new TimeMention(start, zone?.End ?? end, null, time.Time, zone?.Zone)
            {
                HalfKnown = time.HalfKnown,
                SaysHalf = match.Groups["half"].Length > 0,
            });
        }

        return clocks;
    }

    /// <summary>Whether four figures are a clock: at the head of an entry, unless they can be a year, or between a date and a colon.</summary>
    private static bool IsMilitary(string text, Match clock, TimeMention? date) =>
        (AtHead().IsMatch(Before(text, clock.Index)) && clock.ValueSpan is ['0' or '1', not '9', ..])
        || (date?.End == clock.Index - 1 && clock.Index + clock.Length is var end && end < text.Length && text[end] == ':');

    private static ReadOnlySpan<char> Before(string text, int start) => text.AsSpan(Math.Max(0, start - LongestGap), Math.Min(start, LongestGap));

    private static (LocalTime Time, bool HalfKnown)? ReadClock(Match match)
    {
        if (match.Groups["word"] is { Success: true, Value: var word })
            return (word.Equals("noon", StringComparison.OrdinalIgnoreCase) || word.StartsWith("mid-", StringComparison.OrdinalIgnoreCase) ? LocalTime.Noon : LocalTime.Midnight, false);
        var military = match.Groups["military"];
        var written = match.Groups["h"];
        var hour = military.Success ? Number(military) / 100 : Number(written);
        var minute = military.Success ? Number(military) % 100 : Number(match.Groups["m"]);
        if (hour > 24 || minute > 59 || (hour == 24 && minute > 0))
            return null;
        var half = match.Groups["half"].Value;
        if (half.Length > 0 && hour > 12)
            half = "";
        if (half.StartsWith("p", StringComparison.OrdinalIgnoreCase) && hour < 12)
            hour += 12;
        else if ((half.StartsWith("a", StringComparison.OrdinalIgnoreCase) || half == "M") && hour == 12)
            hour = half == "M" ? 12 : 0;
        var halfKnown = half.Length == 0 && hour is > 0 and <= 12 && !military.Success && written.ValueSpan[0] != '0';
        return (new LocalTime(hour % 24, minute), halfKnown);
    }

    /// <summary>The zone that follows a clock time: <c>UTC</c>, <c>(UTC)</c>, <c>, Pacific Time</c>, <c>hours (East Africa Time)</c>.</summary>
    private static (Zone Zone, int End)? ZoneAfter(string text, int end, bool iso = false)
    {
        var gap = ZoneGap().Match(text, end);
        var at = end + gap.Length;
        if (Zones.At(text, at) is not { } found || (text[at] is '+' && gap.Length > 0) || (text[at] is '-' or '−' && !(iso && gap.Length == 0)))
            return null;
        var after = at + found.Length;
        if (gap.Value.Contains('(', StringComparison.Ordinal) && after < text.Length && text[after] == ')')
            after++;
        return (found.Zone, after);
    }

    private static List<TimeMention> Join(string text, List<TimeMention> pieces)
    {
        var joined = new List<TimeMention>();
        foreach (var piece in pieces)
        {
            if (joined.Count > 0 && Together(text, joined[^1], piece) is { } both)
                joined[^1] = both;
            else
                joined.Add(piece);
        }

        return joined;
    }

    private static TimeMention? Together(string text, TimeMention first, TimeMention second)
    {
        var length = second.Start - first.End;
        if (length is < 0 or > LongestGap)
            return null;
        var gap = text.AsSpan(first.End, length);
        if (first is { Date: not null, Time: null } && second is { Date: null, Time: not null } && DateThenTime().IsMatch(gap))
            return second with { Start = first.Start, Date = first.Date };
        if (first is { Date: null, Time: not null } && second is { Date: not null, Time: null } && TimeThenDate().IsMatch(gap))
            return WithTrailingZone(text, first with { End = second.End, Date = second.Date });
        return null;
    }

    private static TimeMention WithTrailingZone(string text, TimeMention mention) =>
        mention.Zone is null && ZoneAfter(text, mention.End) is { } zone ? mention with { Zone = zone.Zone, End = zone.End } : mention;

    private static int Number(Group group) => Numerals.Whole(group.ValueSpan);

    private static int? Year(string text) => text.Length switch
    {
        4 => Numerals.Whole(text) is >= 1970 and <= 2099 and var year ? year : null,
        2 => 2000 + Numerals.Whole(text),
        _ => null,
    };

    private static int Month(string name) =>
        1 + ("janfebmaraprmayjunjulaugsepoctnovdec".IndexOf(name[..3].ToLowerInvariant(), StringComparison.Ordinal) / 3);

    /// <summary>The weekday that a name or its first three letters stand for; null for anything else.</summary>
    public static IsoDayOfWeek? Weekday(string name) => name.Length < 3 ? null : name[..3].ToLowerInvariant() switch
    {
        "mon" => IsoDayOfWeek.Monday,
        "tue" => IsoDayOfWeek.Tuesday,
        "wed" => IsoDayOfWeek.Wednesday,
        "thu" => IsoDayOfWeek.Thursday,
        "fri" => IsoDayOfWeek.Friday,
        "sat" => IsoDayOfWeek.Saturday,
        "sun" => IsoDayOfWeek.Sunday,
        _ => null,
    };

    private const string Day = @"(?<![\d:.,$#v/-])(?:(?<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+(?:the\s+)?)?";
    private const string MonthName = @"(?<name>jan(?:u[a-z]{2,4})?|feb(?:[ru][a-z]{2,6})?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:us?t)?|sep(?:t(?:em?[a-z]{2,4})?)?|oct(?:o[a-z]{2,4})?|nov(?:em[a-z]{2,4})?|dec(?:em[a-z]{2,4})?)";

    [GeneratedRegex(
        @"\G" + Day + @"(?:(?<iso>)(?<year>\d{4})[-/.](?<a>\d{1,2})[-/.](?<b>\d{1,2})(?![\d.])"
            + @"|(?<iso>)(?<a>0[1-9]|1[0-2])-(?<b>[0-3]\d)(?=\s\d\d:\d\d)"
            + "|" + MonthName + @"\.?\s*(?:the\s(?=\d{1,2}[a-z]))?(?<day>\d{1,2})(?!\d|:|\.\d)(?:st|nd|rd|th)?(?:\s?[-–]\s?(?:\d{1,2}|\?+)(?=,?\s(?:19|20)\d\d))?(?:\s*,?\s*(?:of\s+)?(?<year>(?:19|20)\d{2})\b|\s*[’'](?<year>\d{2})\b)?"
            + @"|(?<day>\d{1,2})(?:st|nd|rd|th)?[.,]?(?:\s+of)?[\s/-]+" + MonthName + @"\b\.?(?:[\s,/-]*(?<year>(?:19|20)\d{2})\b|\s*[’'](?<year>\d{2})\b)?"
            + @"|(?<a>\d{1,2})(?:/(?<b>\d{1,2})/|-(?<b>\d{1,2})-|,\s(?<b>\d{1,2}),\s(?=\d{4})|(?<dot>\.)(?<b>\d{1,2})\.)(?<year>\d{4}|\d{2})(?![\d/.-])"
            + @"|(?<day>\d{1,2})(?:st|nd|rd|th)?(?=\s?(?:-|–|to|and|until|till|through)\s?(?:the\s)?\d{1,2}(?:st|nd|rd|th)?(?:\sof)?\s" + MonthName + @"\b(?:,?\s(?<year>(?:19|20)\d{2})\b)?)"
            + @"|(?<a>\d{1,2})/(?<b>\d{1,2})(?(weekday)(?![\d/])|(?!))"
            + @"|(?<a>\d{1,2})/(?<b>\d{1,2})(?=,?\s+(?:at\s+)?\d{1,2}[:.]?\d{0,2}\s?(?:[ap]\.?m|[A-Z]{2,4}\b|:)))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DateForm();

    [GeneratedRegex(
        @"(?:(?<![\w$#.:/=-])|(?<=\dT|(?<!\w)T(?=\d\d:\d\d:\d\d)|-\d\d/|(?<!:\d\d):\d\d-|\d\s?[AaPp][Mm]-))(?:"
            + @"(?<h>\d{1,2})(?<sep>[:.]|h(?!\d\d\s?m))(?<m>\d{2})(?::\d{2}(?:\.\d+)?)?\s?(?<half>[ap]\.?\s?m\b\.?|(?<=\d)[ap]\b|M\b)?(?![\d%]|\.\d|:\d|\s?(?:%|x\b|ms\b|seconds\b|GB|MB|TB|GHz|million|billion|times\b|hours\s(?:later|of|long)\b))"
            + @"|(?<h>\d{1,2})(?::\s?|\s?)(?<half>[ap]\.?m\b\.?)"
            + @"|(?<military>[01]\d[0-5]\d|2[0-3][0-5]\d)(?<hours>\s?h(?:ou)?rs?\b|(?=\s(?:and|to|-|–)\s\d{4}\s?(?:UTC|GMT|h(?:ou)?rs\b|[A-Z]{3,4}\b)))?(?=[\s,)]|:\s|\z)"
            + @"|(?<h>[01]?\d|2[0-3])(?<m>)(?=\s(?:GMT|UTC)\b)"
            + @"|\b(?<word>noon|mid-?day|midnight)\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ClockForm();

    [GeneratedRegex(@"\b(?:version|release|build|firmware|v)\s?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Version();

    /// <summary>Figures with a dot are a clock only where a stamp stands or a word leads to a time; elsewhere they are a version or an amount.</summary>
    [GeneratedRegex(@"\A[\s*_(\[~-]*(?:(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)[a-z]{0,5}[.,]?\s+)?\z|\b(?:at|from|until|till|by|around|about|approximately|approx\.?|roughly|circa|between|since)\s*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AtHead();

    [GeneratedRegex(@"\G\s?(?:hours|hrs|h)?\s?(?:in\s(?:the\s)?)?[,(]?\s?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ZoneGap();

    [GeneratedRegex(@"\A[\s,;:T@()/]*(?:at|from|around|about|approximately|roughly|by|,|-|–|—|between|starting at|beginning at|~)?[\s,:~]*(?:about|around|approximately|roughly|exactly|circa|ca\.|c\.)?\s?(?:the\s)?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DateThenTime();

    [GeneratedRegex(@"\A[\s,()]*(?:on|of|-|–)?\s*(?:the\s)?(?:(?:morning|afternoon|evening|night)\s(?:of|on)\s)?(?:the\s)?\(?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TimeThenDate();
}
