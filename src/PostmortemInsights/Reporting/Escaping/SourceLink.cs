using System.Globalization;
using PostmortemInsights.Analyzing;

namespace PostmortemInsights.Reporting.Escaping;

/// <summary>The address of a document's line, for links.</summary>
internal static class SourceLink
{
    /// <summary>
    /// The relative path with every name percent-encoded, so that no name can be a scheme (<c>javascript:</c>) or end the link, and
    /// <c>#L12</c> behind it where the line is known.
    /// </summary>
    public static string To(IncidentReference incident, string linkBase)
    {
        var path = string.Join('/', incident.Source.Split('/').Select(Uri.EscapeDataString));
        var line = incident.Line is { } number ? string.Create(CultureInfo.InvariantCulture, $"#L{number}") : "";
        return $"{linkBase}{path.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)}{line}";
    }
}
