using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PostmortemInsights.Parsing.Times;

/// <summary>A length of time in words or figures.</summary>
/// <param name="Start">Offset in the clean text.</param>
/// <param name="End">Offset after it.</param>
/// <param name="Minutes">How long, in minutes.</param>
internal readonly record struct DurationMention(int Start, int End, double Minutes);

/// <summary>Finds lengths of time: <c>approximately 18 hours</c>, <c>2.5 hours</c>, <c>1h 45m</c>, <c>two and a half hours</c>, <c>an hour</c>; of a range the longer.</summary>
internal static partial class Durations
{
    private static readonly Dictionary<string, double> Words = EmbeddedText.Table("Parsing/Times/numbers.txt")
        .ToDictionary(static pair => pair.Key, static pair => double.Parse(pair.Value, CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> ShortUnits = SearchValues.Create("dhmDHM");

    /// <summary>One of these stands in every length of time, unless a figure with a short unit does.</summary>
    private static readonly SearchValues<string> UnitsInWords = SearchValues.Create(["week", "day", "hour", "hr", "min", "sec"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Every length of time in order.</summary>
    public static List<DurationMention> Scan(string text)
    {
        var found = new List<DurationMention>();
        if (!MayHoldOne(text))
            return found;
        for (var match = Form().Match(text); match.Success; match = match.NextMatch())
        {
            var minutes = 0.0;
            for (var i = 0; i < match.Groups["n"].Captures.Count && i < match.Groups["unit"].Captures.Count; i++)
                minutes += Number(match.Groups["n"].Captures[i].Value) * Unit(match.Groups["unit"].Captures[i].Value);
            if (match.Groups["half"].Success)
                minutes += 0.5 * Unit(match.Groups["unit"].Captures[0].Value);
            if (minutes > 0)
                found.Add(new DurationMention(match.Index, match.Index + match.Length, Math.Round(minutes, 4)));
        }

        return found;
    }

    private static bool MayHoldOne(string text)
    {
        for (var from = 0; text.AsSpan(from).IndexOfAny(UnitsInWords) is >= 0 and var next; from += next + 1)
        {
            if (from + next > 0 && IsBeforeUnit(text[from + next - 1]))
                return true;
        }

        for (var i = text.AsSpan().LastIndexOfAny(ShortUnits); i > 0; i = text.AsSpan(0, i).LastIndexOfAny(ShortUnits))
        {
            if (char.IsDigit(text[i - 1]) || (i > 1 && !char.IsLetter(text[i - 1]) && char.IsDigit(text[i - 2])))
                return true;
        }

        return false;
    }

    private static bool IsBeforeUnit(char c) => c == '-' || char.IsWhiteSpace(c) || char.IsDigit(c);

    private static double Number(string text)
    {
        if (Words.TryGetValue(text.Trim(), out var word))
            return word;
        return double.TryParse(text.Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    private static double Unit(string unit) => char.ToLowerInvariant(unit[0]) switch
    {
        's' => 1 / 60.0,
        'm' => 1,
        'h' => 60,
        'd' => 1440,
        'w' => 10080,
        _ => 0,
    };

    private const string InWords = @"half\san?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty(?:-five)?|fifty|sixty|ninety";
    private const string Units = @"weeks?|days?|hours?|hrs?|minutes?|mins?|seconds?|secs?";

    [GeneratedRegex(
        @"(?<![\w.:/$-])(?:\d{1,3}[-–](?=\d))?(?:(?<n>" + InWords + @")(?<half>[\s-]and[\s-](?:a[\s-])?half)?[\s-](?<unit>" + Units + @")|(?<n>\d{1,5}(?:\.\d{1,2})?)(?<half>[\s-]and[\s-](?:a[\s-])?half)?[\s-]?(?<unit>" + Units + @"|[dhm](?![a-z])))(?<half>[\s-]and[\s-](?:a[\s-])?half)?(?:,?\s?(?:and\s)?(?<n>\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty|forty-five)[\s-]?(?<unit>hours?|hrs?|minutes?|mins?|seconds?|secs?|[hms](?![a-z]))){0,3}(?!\w)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
