using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using PostmortemInsights.Parsing.Times;

namespace PostmortemInsights.Parsing.Windows;

/// <summary>A share of something in words or figures.</summary>
/// <param name="Start">Offset in the text.</param>
/// <param name="End">Offset after it.</param>
/// <param name="Percent">The share, 0 to 100.</param>
internal sealed record ShareMention(int Start, int End, double Percent)
{
    /// <summary>Where it is said whom the share is of: behind it, but within <c>one user in five</c>.</summary>
    public int Whom { get; init; } = End;

    /// <summary>What it is of, as far as is known: people, or the requests that they send.</summary>
    public Affected? Of { get; init; }
}

/// <summary>Finds shares: <c>40%</c>, <c>sixty per cent</c>; <c>three quarters of</c>, <c>six in ten</c>, <c>every fourth</c>; <c>35 of 140</c>.</summary>
internal static partial class Shares
{
    private static readonly Dictionary<string, double> Parts = EmbeddedText.Table("Parsing/Windows/parts.txt")
        .ToDictionary(static pair => pair.Key, static pair => double.Parse(pair.Value, CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase);

    /// <summary>One of these, or <c>%</c>, stands in every share of a hundred.</summary>
    private static readonly SearchValues<string> PartsOfPercent = SearchValues.Create(["cent", "pct"], StringComparison.OrdinalIgnoreCase);

    /// <summary>One of these stands in every fraction, unless <c>in</c> stands in front of a number.</summary>
    private static readonly SearchValues<string> FractionWords = SearchValues.Create(
        ["half ", "third", "quarter", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "twentieth", " out of ", "every "], StringComparison.OrdinalIgnoreCase);

    /// <summary>Shares of a hundred, of ranges the greater.</summary>
    public static IEnumerable<ShareMention> OfAHundred(string text) =>
        text.Contains('%', StringComparison.Ordinal) || text.AsSpan().ContainsAny(PartsOfPercent)
            ? Found(Hundred().Matches(text), static match => Numerals.Value(match.Groups["n"].Value.Replace(',', '.')))
            : [];

    /// <summary>Parts of a whole: halves, thirds, so many in ten, every fourth.</summary>
    public static IEnumerable<ShareMention> Fractions(string text) =>
        text.AsSpan().ContainsAny(FractionWords) || InNumber().IsMatch(text) ? Found(Fraction().Matches(text), OfFraction) : [];

    /// <summary>Some of all in figures.</summary>
    public static IEnumerable<ShareMention> Counts(string text) =>
        text.Contains(" of ", StringComparison.Ordinal) ? Found(Count().Matches(text), static match => OfAll(match)) : [];

    private static IEnumerable<ShareMention> Found(MatchCollection matches, Func<Match, double> percent) => matches
        .Select(match => new ShareMention(match.Index, match.Index + match.Length, percent(match)) { Whom = match.Groups["whom"] is { Success: true } whom ? whom.Index : match.Index + match.Length })
        .Where(static share => share.Percent is > 0 and <= 100);

    private static double OfFraction(Match match) => match.Groups["all"].Success
        ? OfAll(match)
        : 100 * (match.Groups["count"].Success ? Numerals.Value(match.Groups["count"].Value) : 1) / Part(match.Groups["part"].Value);

    private static double OfAll(Match match) => 100 * Whole(match.Groups["some"]) / Whole(match.Groups["all"]);

    private static double Whole(Group figures) => Numerals.Value(char.IsDigit(figures.Value[0]) ? figures.Value.Replace(" ", "", StringComparison.Ordinal) : figures.Value);

    private static double Part(string word) =>
        Parts.TryGetValue(word.TrimEnd('s', 'S'), out var parts) ? parts : Numerals.Value(word.TrimEnd('n', 'd', 'r', 's', 't', 'h'));

    private const string Figures = @"(?:\d{1,3}(?:[, ]\d{3})+|\d{1,7}|" + Numerals.Words + ")";
    private const string Some = @"(?:" + Numerals.Words + @"|\d{1,3})";

    [GeneratedRegex("(?: in |-in-)" + Some, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InNumber();

    [GeneratedRegex(@"(?<![\w.,$-])(?:\d{1,3}(?:\.\d+)?\s?%?\s?(?:[-–]|to)\s?)?(?<n>\d{1,3}(?:\.\d+|,\d{1,2})?|" + Numerals.Words + @")\s?(?:%|percent\b|per\scent\b|pct\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Hundred();

    [GeneratedRegex(
        @"(?<![\w.,-])(?:(?<some>" + Some + @")[\s-](?:in|out\sof)[\s-](?:every\s)?(?<all>" + Some + @")(?!\s(?:hours?|minutes?|days?|weeks?|months?|years?))"
            + @"|(?<some>" + Some + @")\s(?<whom>[a-z][\w-]+)\s(?:in|out\sof)\s(?:every\s)?(?<all>" + Some + @")(?!\s(?:hours?|minutes?|days?|weeks?|months?|years?|regions?|cities|countries)\b)"
            + @"|(?:(?<count>an?|" + Numerals.Words + @")[\s-])?(?<part>half)(?:\sof)?"
            + @"|(?<count>an?|" + Numerals.Words + @")[\s-](?:(?:good|full|solid|whole)\s)?(?<part>(?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth)s?)\sof"
            + @"|every\s(?:single\s)?(?<part>other|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|\d{1,3}(?:nd|rd|th)))(?=\s)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Fraction();

    [GeneratedRegex(@"(?<![\w.,-])(?<some>" + Figures + @")\s(?:out\s)?of\s(?:(?:the|our|all|about|its|roughly|some)\s)*(?<all>" + Figures + @")(?=\s)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Count();
}
