using System.Globalization;
using System.Text.RegularExpressions;

namespace PostmortemInsights.Indexing.Queries;

/// <summary>Reads durations as typed on a command line: <c>90</c>, <c>30m</c>, <c>2h</c>, <c>1.5h</c>, <c>1h30m</c>, <c>2d</c>.</summary>
public static partial class DurationText
{
    /// <summary>Minutes, or null when the text is no duration. A bare number is minutes.</summary>
    public static double? Minutes(string text)
    {
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var bare))
            return bare;
        var match = Form().Match(text);
        if (!match.Success || match.Length == 0)
            return null;
        return (Number(match, "days") * 24 * 60) + (Number(match, "hours") * 60) + Number(match, "minutes");
    }

    private static double Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? double.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^((?<days>[0-9]{1,6}(\.[0-9]{1,6})?)d(ays?)?)?((?<hours>[0-9]{1,6}(\.[0-9]{1,6})?)h(ours?)?)?((?<minutes>[0-9]{1,6}(\.[0-9]{1,6})?)m(in(utes?)?)?)?$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
