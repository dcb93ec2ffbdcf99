using System.Text.RegularExpressions;

namespace PostmortemInsights.Parsing.Outlining;

/// <summary>Which lines are written like a heading without being marked as one.</summary>
internal static partial class HeadingShape
{
    private const int LongestHeading = 90;
    private const int LongestColonLine = 110;
    private const int LongestZone = 4;

    /// <summary>
    /// A line that names a known section, is in capitals, or ends in a colon, and stands where a block begins.
    /// </summary>
    public static bool IsWrittenLikeOne(string raw, bool startsBlock, SectionNames names)
    {
        if (!startsBlock || raw.Length > LongestColonLine || raw.Length < 3 || BeginsWithStamp(raw))
            return false;
        var text = Marks.Ornament().Replace(raw, "", 1);
        var bullet = Marks.Bullet().Match(text);
        if (bullet.Success && !bullet.Groups["number"].Success)
            return false;
        text = text[bullet.Length..].Trim('*', '_', ' ');
        var words = text.AsSpan().Count(' ') + 1;
        if (text.Length < 3 || text.Length > LongestHeading)
            return false;
        if (bullet.Success)
            return !text.EndsWith('.') && names.FindExact(text) is not null;
        return IsStatusHead(text) || IsCapitals(text) || (text[^1] is ':' or '：' && words <= 12 && char.IsLetter(text[0])) || IsKnownName(text, words, names);
    }

    /// <summary>Whether a line begins with a clock time or a date, so that it is an entry of its own.</summary>
    public static bool BeginsWithStamp(string raw) => Stamp().IsMatch(raw);

    /// <summary>Whether a line is a clock time or a date, with at most a zone behind it.</summary>
    public static bool IsStampAlone(string raw) => Stamp().Match(raw) is { Success: true } stamp && raw.AsSpan(stamp.Length).Trim(" :*_`)]-–—").Length <= LongestZone;

    /// <summary>Whether a line breaks off in front of a time: <c>… lasted until</c>.</summary>
    public static bool LeadsToTime(ReadOnlySpan<char> raw) => Preposition().IsMatch(raw);

    /// <summary>Whether a number in front is a day (<c>12. May</c>), not the number of an item.</summary>
    public static bool IsDate(string raw) => DayMonth().IsMatch(raw);

    /// <summary>Whether a line calls itself an update.</summary>
    public static bool IsUpdate(string raw) => Update().IsMatch(raw);

    private static bool IsKnownName(string text, int words, SectionNames names) =>
        words <= 9 && text[^1] is not ('.' or ',' or ';') && names.FindExact(text) is not null;

    /// <summary>Whether a line is the state of an incident and when it was reached, as status pages head their updates: <c>Resolved – 2 May 2024, 10:15 UTC</c>.</summary>
    public static bool IsStatusHead(string text) =>
        StatusWord().Match(text) is { Success: true } word && Times.TimeScanner.Scan(text[word.Length..]) is [{ Start: 0, Date: not null, Time: not null } only] && only.End >= text.Length - word.Length - 1;

    private static bool IsCapitals(string text)
    {
        var upper = 0;
        foreach (var c in text)
        {
            if (char.IsLower(c))
                return false;
            upper += char.IsUpper(c) ? 1 : 0;
        }

        return upper >= 4 && text.AsSpan().ContainsAny(' ', ':') | upper >= 6 && text.Length <= 60;
    }

    private const string Clock = @"(?:\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m)?\b|\d{1,2}\s?[ap]\.?m\b)";
    private const string Month = @"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?";

    [GeneratedRegex(@"\A[\s*_`\[(~|-]{0,6}(?:(?:update|edit)[:\s]\s?)?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[.,]?\s+)?(?:at\s+)?(?:" + Clock + @"|\d{1,2}(?:st|nd|rd|th)?\s+" + Month + @"(?:,?\s+\d{4})?(?:,?\s+(?:at\s+)?" + Clock + @"|\s*[:–—-]\s)|\d{4}-\d{2}-\d{2}\b|\d{1,2}/\d{1,2}(?:/\d{2,4})?\s|" + Month + @"\s+\d{1,2}\b|T\s?[+-]\s?\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Stamp();

    [GeneratedRegex(@"\A[\s*_\[]*(?:update|investigating|identified|monitoring|resolved|in progress|verifying|scheduled|completed|post-?\s?mortem|degraded|mitigated|fixed)\b[\s*_\]]*[-–—:|,(@\[]\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StatusWord();

    [GeneratedRegex(@"\A\W*(?:update|edit)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Update();

    [GeneratedRegex(@"\s(?:at|from|to|until|till|by|on|since|between|around|about|approximately|before|after)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Preposition();

    [GeneratedRegex(@"\A\d{1,2}\.\s*(?:jan(?:uary?)?|feb(?:ruary?)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b|\A\d{1,2}\.\d{2}\b(?!:\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DayMonth();
}
