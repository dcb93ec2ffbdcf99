using System.Globalization;
using NodaTime;

namespace PostmortemInsights.Incidents;

/// <summary>Days as ISO 8601 writes them.</summary>
internal static class IsoDay
{
    /// <summary><c>2024-06-04</c>.</summary>
    public static string Of(LocalDate day) => new DateOnly(day.Year, day.Month, day.Day).ToString("O", CultureInfo.InvariantCulture);
}
