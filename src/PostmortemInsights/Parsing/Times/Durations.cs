using System.Buffers;
using System.Text.RegularExpressions;
using PostmortemInsights.Parsing.Outlining;

namespace PostmortemInsights.Parsing.Times;

/// <summary>A length of time in words or figures.</summary>
/// <param name="Start">Offset in the clean text.</param>
/// <param name="End">Offset after it.</param>
/// <param name="Minutes">How long, in minutes.</param>
internal readonly record struct DurationMention(int Start, int End, double Minutes);

/// <summary>Finds lengths of time: <c>approximately 18 hours</c>, <c>2.5 hours</c>, <c>1h 45m</c>, <c>4h55</c>, <c>an hour and three quarters</c>, <c>twenty-six hours</c>; of a range the longer.</summary>
internal static partial class Durations
{
    private static readonly SearchValues<char> ShortUnits = SearchValues.Create("dhmDHM");

    /// <summary>One of these stands in every length of time, unless a figure with a short unit does.</summary>
    private static readonly SearchValues<string> UnitsInWords = SearchValues.Create(["week", "day", "hour", "hr", "heure", "hora", "min", "sec"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The lengths of time in a clean text, which keeps them.</summary>
    public static List<DurationMention> Scan(CleanText text) => text.Durations ??= Scan(text.Value);

    /// <summary>Every length of time in order.</summary>
    public static List<DurationMention> Scan(string text)
    {
        var found = new List<DurationMention>();
        if (!MayHoldOne(text))
            return found;
        for (var match = Form().Match(text); match.Success; match = match.NextMatch())
        {
            var minutes = Minutes(match);
            if (minutes > 0)
                found.Add(new DurationMention(match.Index, match.Index + match.Length, Math.Round(minutes, 4)));
        }

        return found;
    }

    private static double Minutes(Match match)
    {
        if (match.Groups["clock"] is { Success: true } clock)
            return (60 * Numerals.Value(match.Groups["hours"].Value)) + Numerals.Value(clock.Value);
        var units = match.Groups["unit"].Captures;
        var minutes = match.Groups["part"].Success ? Numerals.Value(match.Groups["part"].Value) * Unit(units[0].Value) : 0;
        for (var i = 0; i < units.Count; i++)
            minutes += Numerals.Value(match.Groups["n"].Captures[i].Value) * Unit(units[i].Value);
        return minutes;
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

    private static double Unit(string unit) => char.ToLowerInvariant(unit[0]) switch
    {
        's' => 1 / 60.0,
        'm' => 1,
        'h' => 60,
        'd' => 1440,
        'w' => 10080,
        _ => 0,
    };

    private const string InWords = @"(?:half|(?:a\s)?quarter\sof|three[\s-]quarters\sof)\san?|a\s(?:couple\sof|dozen|hundred)|an?|" + Numerals.Words;
    private const string Part = @"(?:[\s-]and[\s-](?<part>(?:a[\s-])?half|a[\s-]quarter|three[\s-]quarters)(?!\sof\b))";
    // How long it felt takes nothing from its length: "two critical hours".
    private const string Felt = @"(?:(?:full|whole|good|solid|long|straight|consecutive|critical|crucial|painful|stressful|agoni[sz]ing)\s)?";
    private const string Units = @"weeks?|days?|hours?|hrs?|heures?|horas?|minut[eo]s?|mins?|seconds?|secs?";

    [GeneratedRegex(
        @"(?<![\w.:/$-])(?:"
            + @"(?:\d{1,3}[-–](?=\d))?(?:(?<n>" + InWords + @")" + Part + @"?[\s-]" + Felt + "(?<unit>" + Units + @")|(?<n>\d{1,5}(?:\.\d{1,2})?)(?:" + Part + @"|\s?(?<part>[½¼¾]))?(?:[\s-]?|\s" + Felt + ")(?<unit>" + Units + @"|[dhm](?![a-z])))" + Part + @"?(?:,?\s?(?:and\s)?(?<n>\d{1,4}|" + Numerals.Words + @")[\s-]?(?<unit>hours?|hrs?|minutes?|mins?|seconds?|secs?|[hms](?![a-z]))){0,3}(?!\w)"
            + @"|(?<!\b(?:at|from|to|until|till|by|since|about|around)\s)(?<hours>\d{1,2})h(?<clock>[0-5]\d)(?!\w|\s?[-–]))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
