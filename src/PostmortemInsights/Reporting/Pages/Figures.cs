using System.Globalization;
using NodaTime;
using PostmortemInsights.Analyzing;
using PostmortemInsights.Analyzing.Statistics;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Reporting.Pages;

/// <summary>How figures are said: the same in every format, and whatever the language of the machine.</summary>
internal static class Figures
{
    /// <summary>Where nothing is known.</summary>
    public const string None = "–";

    private const double MinutesAnHour = 60;
    private const double MinutesADay = 24 * 60;

    /// <summary><c>4.5 min</c>, <c>45 min</c>, <c>1 h 45 min</c>, <c>2 d 3 h</c>.</summary>
    public static string Minutes(double? minutes) => minutes switch
    {
        null => None,
        < 9.95 and var m => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(m, 1):0.#} min"),
        < 59.5 and var m => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(m):0} min"),
        < MinutesADay - 0.5 and var m => Two(Math.Round(m), MinutesAnHour, "h", "min"),
        { } m => Two(Math.Round(m / MinutesAnHour), 24, "d", "h"),
    };

    /// <summary>The interval of an estimate: <c>30 min to 2 h</c>.</summary>
    public static string Interval(Estimate? estimate) =>
        estimate is { Low: { } low, High: { } high } ? $"{Minutes(low)} to {Minutes(high)}" : None;

    /// <summary><c>1,234</c>.</summary>
    public static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number without marks between the thousands, for places: <c>1234</c>.</summary>
    public static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A figure with its interval as small print.</summary>
    public static Cell With(Estimate? estimate) => (Minutes(estimate?.Value), estimate?.Low is null ? "" : Interval(estimate));

    /// <summary>A share with its interval as small print.</summary>
    public static Cell With(Share share) => (Of(share), share.Of == 0 ? "" : Interval(share));

    /// <summary>A part of a whole as percent.</summary>
    public static string PartOf(double part, double whole) => Percent(whole > 0 ? part / whole : null);

    /// <summary><c>1 incident</c>, <c>7 incidents</c>.</summary>
    public static string Count(int count, string noun) => $"{Count(count)} {noun}{(count == 1 ? "" : "s")}";

    /// <summary><c>30%</c>; with a decimal below 1%.</summary>
    public static string Percent(double? share) => share switch
    {
        null => None,
        > 0 and < 0.00995 and var s => string.Create(CultureInfo.InvariantCulture, $"{s * 100:0.0}%"),
        { } s => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(s * 100):0}%"),
    };

    /// <summary>A percentage as a study gives it: <c>41.35%</c>.</summary>
    public static string PublishedPercent(double percent) => string.Create(CultureInfo.InvariantCulture, $"{percent:0.##}%");

    /// <summary><c>12 of 40 (30%)</c>.</summary>
    public static string Of(Share share) => share.Of == 0 ? "0 of 0" : $"{Count(share.Count)} of {Count(share.Of)} ({Percent(share.Value)})";

    /// <summary><c>12 of 40 incidents (30%)</c>.</summary>
    public static string Of(Share share, string noun) => share.Of == 0
        ? $"0 of 0 {noun}s"
        : $"{Count(share.Count)} of {Count(share.Of, noun)} ({Percent(share.Value)})";

    /// <summary><c>18% to 45%</c>.</summary>
    public static string Interval(Share share) => share.Of == 0 ? None : $"{Percent(share.Low)} to {Percent(share.High)}";

    /// <summary>A factor: <c>2.4 times</c>.</summary>
    public static string Factor(double? factor) =>
        factor is { } f ? string.Create(CultureInfo.InvariantCulture, $"{f:0.0#}") : None;

    /// <summary>A p value: <c>0.031</c>, <c>under 0.001</c>.</summary>
    public static string PValue(double? p) => p switch
    {
        null => None,
        < 0.001 => "under 0.001",
        { } value => value.ToString("0.000", CultureInfo.InvariantCulture),
    };

    /// <summary>An id of the taxonomy as words: <c>software defect</c>.</summary>
    public static string Words(string category) => category.Replace('-', ' ');

    /// <summary><c>2024-06-04</c>.</summary>
    public static string Day(LocalDate? day) => day is { } d ? IsoDay.Of(d) : "no date";

    /// <summary><c>capacity 3, network 2</c>, and how many more names there are.</summary>
    public static string Names(IReadOnlyList<NamedCount> names, int most = 4)
    {
        if (names.Count == 0)
            return None;
        var shown = string.Join(", ", names.Take(most).Select(static n => $"{n.Name} {Count(n.Count)}"));
        return names.Count > most ? $"{shown} and {names.Count - most} more" : shown;
    }

    private static string Two(double count, double per, string large, string small)
    {
        var whole = Math.Floor(count / per);
        var rest = count - (whole * per);
        return rest == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{whole:#,0} {large}")
            : string.Create(CultureInfo.InvariantCulture, $"{whole:#,0} {large} {rest:0} {small}");
    }
}
