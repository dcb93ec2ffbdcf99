using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace PostmortemInsights.Parsing.Times;

/// <summary>A zone as a text names it.</summary>
/// <param name="Name">As written.</param>
/// <param name="Fixed">Its offset, when it is the same all year.</param>
/// <param name="Tzdb">Its IANA id, when the offset follows the season.</param>
internal sealed record Zone(string Name, Offset? Fixed, string? Tzdb)
{
    /// <summary>The offset on <paramref name="date"/> at <paramref name="time"/>; null when the zone does not tell, or the date that it needs is unknown.</summary>
    public Offset? OffsetAt(LocalDate? date, LocalTime? time)
    {
        if (Fixed is not null || Tzdb is null || date is not { } day)
            return Fixed;
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(Tzdb);
        return zone?.AtLeniently(day.At(time ?? LocalTime.Noon)).Offset;
    }
}

/// <summary>The zones by name, from <c>Parsing/Times/zones.txt</c> and the IANA database, which also knows the cities and countries.</summary>
internal static partial class Zones
{
    private static readonly OffsetPattern Pattern = OffsetPattern.CreateWithInvariantCulture("+HH:mm");
    private static readonly Dictionary<string, Zone> ByName = Load();
    private static readonly Dictionary<string, Zone>.AlternateLookup<ReadOnlySpan<char>> BySpelling = ByName.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly Lazy<Dictionary<string, string>> ByPlace = new(LoadPlaces);
    private const int LongestOffset = 24;
    private const int LongestId = 40;
    private static readonly int LongestName = ByName.Keys.Max(static name => name.Length);

    /// <summary>The zone named at <paramref name="at"/> of <paramref name="text"/> and the characters that its name takes; null if none.</summary>
    public static (Zone Zone, int Length)? At(string text, int at)
    {
        if (at >= text.Length || !(char.IsLetter(text[at]) || text[at] is '+' or '-' or '−'))
            return null;
        if (Numeric().Match(text, at, Math.Min(text.Length - at, LongestOffset)) is { Success: true } match)
            return (FromNumbers(match), match.Length);
        if (OfPlace(text, at) is { } place)
            return place;
        return Named(text, at) is { } named ? Abbreviated(text, at, named) ?? Corrected(text, at, named) : Iana(text, at);
    }

    /// <summary>A name with its abbreviation in brackets, <c>Central European Time (CET)</c>, goes by that; null where there is none.</summary>
    private static (Zone, int)? Abbreviated(string text, int at, (Zone Zone, int Length) named)
    {
        var bracket = at + named.Length;
        return text.AsSpan(bracket).StartsWith(" (") && Named(text, bracket + 2) is var (zone, length) && text.AsSpan(bracket + 2 + length).StartsWith(")")
            ? (zone, named.Length + length + 3)
            : null;
    }

    /// <summary>A name with its offset in brackets, <c>PST (UTC-7)</c>, means the offset; one that says the same (<c>CET (GMT+1)</c>) is no part of the name.</summary>
    private static (Zone, int) Corrected(string text, int at, (Zone Zone, int Length) named)
    {
        var behind = at + named.Length;
        if (!text.AsSpan(behind).StartsWith(" (") || Numeric().Match(text, behind + 2, Math.Min(text.Length - behind - 2, LongestOffset)) is not { Success: true } match || !text.AsSpan(behind + 2 + match.Length).StartsWith(")"))
            return named;
        var length = named.Length + match.Length + 3;
        var meant = FromNumbers(match);
        return (meant with { Name = meant.Fixed == named.Zone.Fixed ? named.Zone.Name : text.Substring(at, length) }, length);
    }

    private static (Zone, int)? Named(string text, int at)
    {
        for (var length = Math.Min(LongestName, text.Length - at); length > 0; length--)
        {
            if (at + length < text.Length && char.IsLetterOrDigit(text[at + length]))
                continue;
            var name = text.AsSpan(at, length);
            if (BySpelling.TryGetValue(name, out var zone) && (length > 5 || !name.ContainsAnyInRange('a', 'z')))
                return (zone with { Name = name.ToString() }, length);
        }

        return null;
    }

    private static (Zone, int)? Iana(string text, int at)
    {
        var match = IanaName().Match(text, at, Math.Min(text.Length - at, LongestId));
        if (!match.Success)
            return null;
        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(match.Value) is null ? null : (new Zone(match.Value, null, match.Value), match.Length);
    }

    /// <summary>The time of a city that names a zone, or of a country that has only one: <c>Kigali time</c>, <c>Kenya Time</c>.</summary>
    private static (Zone, int)? OfPlace(string text, int at)
    {
        var match = PlaceTime().Match(text, at, Math.Min(text.Length - at, LongestId));
        return match.Success && ByPlace.Value.TryGetValue(match.Groups["place"].Value, out var id) ? (new Zone(match.Value, null, id), match.Length) : null;
    }

    private static Zone FromNumbers(Match match)
    {
        var hours = Numerals.Whole(match.Groups["hours"].ValueSpan);
        var minutes = Numerals.Whole(match.Groups["minutes"].ValueSpan);
        var sign = match.Groups["sign"].Value == "+" ? 1 : -1;
        var seconds = sign * ((hours * 60) + minutes) * 60;
        return new Zone(match.Value.Trim(), Math.Abs(seconds) <= 18 * 3600 ? Offset.FromSeconds(seconds) : null, null);
    }

    private static Dictionary<string, Zone> Load()
    {
        var zones = new Dictionary<string, Zone>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in EmbeddedText.Lines("Parsing/Times/zones.txt"))
        {
            var cut = line.Split('|', StringSplitOptions.TrimEntries);
            var offset = Pattern.Parse(cut[1]);
            zones.TryAdd(cut[0], new Zone(cut[0], offset.Success ? offset.Value : null, cut[1].Contains('/', StringComparison.Ordinal) ? cut[1] : null));
        }

        return zones;
    }

    private static Dictionary<string, string> LoadPlaces()
    {
        var cities = DateTimeZoneProviders.Tzdb.Ids.Where(static id => City().IsMatch(id)).Select(static id => (Place: id[(id.LastIndexOf('/') + 1)..].Replace('_', ' '), id));
        var countries = (TzdbDateTimeZoneSource.Default.ZoneLocations ?? []).GroupBy(static location => location.CountryName)
            .Where(static zones => zones.Count() == 1).Select(static zones => (Place: zones.Key, zones.Single().ZoneId));
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (place, id) in cities.Concat(countries))
            places.TryAdd(place, id);
        return places;
    }

    [GeneratedRegex(@"\G(?:UTC|GMT)\s?(?<sign>[+\-−–])\s?(?<hours>\d{1,2})(?::?(?<minutes>\d{2}))?\b|\G(?<sign>[+\-−])(?<hours>\d{2}):?(?<minutes>\d{2})\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Numeric();

    [GeneratedRegex(@"\G(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific|US)/[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_]+)?")]
    private static partial Regex IanaName();

    /// <summary>The zones of continents go by cities; those of oceans also by islands whose names are words (Christmas, Easter, Wake).</summary>
    [GeneratedRegex(@"\A(?:Africa|America|Asia|Australia|Europe)/[A-Za-z_]+\z")]
    private static partial Regex City();

    [GeneratedRegex(@"\G(?<place>[A-Z]\w+(?: [A-Z]\w+){0,2}) [Tt]ime\b", RegexOptions.CultureInvariant)]
    private static partial Regex PlaceTime();
}
