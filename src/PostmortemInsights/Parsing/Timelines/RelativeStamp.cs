using System.Text.RegularExpressions;
using PostmortemInsights.Parsing.Times;

namespace PostmortemInsights.Parsing.Timelines;

/// <summary>A stamp that counts from another moment: <c>T+15 min</c>, <c>+15 min</c> and <c>[+2 hrs]</c> from the start, <c>5 minutes later</c> from the entry before.</summary>
/// <param name="Minutes">How far, in minutes.</param>
/// <param name="FromStart">Whether it counts from the start of the incident; else from the entry before.</param>
/// <param name="TextStart">Where the entry's own text begins.</param>
internal sealed partial record RelativeStamp(double Minutes, bool FromStart, int TextStart)
{
    private const int LongestStamp = 60;

    /// <summary>The relative stamp that <paramref name="text"/> begins with; null if it begins with something else.</summary>
    public static RelativeStamp? Leading(string text)
    {
        if (FromZero().Match(text) is { Success: true } zero)
            return new RelativeStamp(MinutesOf(zero), true, zero.Length);
        if (Durations.Scan(text[..Math.Min(text.Length, LongestStamp)]) is not [{ Start: <= 6 } first, ..])
            return null;
        return Later().Match(text, first.End) is { Success: true } later ? new RelativeStamp(first.Minutes, false, first.End + later.Length) : null;
    }

    private static double MinutesOf(Match match)
    {
        var sign = match.Groups["sign"].Value == "+" ? 1 : -1;
        var first = Number(match.Groups["first"]);
        var minutes = match.Groups["clock"].Success
            ? (first * 60) + Number(match.Groups["clock"])
            : match.Groups["hours"].Success ? (first * 60) + Number(match.Groups["rest"]) : first;
        return sign * minutes;
    }

    private static double Number(Group group) => group.Length > 0 ? Numerals.Value(group.Value) : 0;

    [GeneratedRegex(@"\A[\s(\[]*(?:T\s?(?<sign>[+-])|(?<=[(\[])(?<sign>\+)|(?<sign>\+)(?=\s?\d{1,4}(?:\.\d)?\s?(?:h|m)[a-z]*\b))\s?(?<first>\d{1,4}(?:\.\d)?)(?::(?<clock>\d{2})|\s?(?<hours>h(?:ours?|rs?)?)\s?(?:(?<rest>\d{1,2})\s?(?:m(?:in(?:ute)?s?)?)?)?|\s?m(?:in(?:ute)?s?)?)?[\s)\]:.,–—-]*(?=\S|\z)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex FromZero();

    [GeneratedRegex(@"\G\s(?:later|afterwards|after that|on)\b[\s:.,–—-]*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Later();
}
