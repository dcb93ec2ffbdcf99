using System.Text;
using System.Text.Json;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Tests.Incidents;

/// <summary>An incident as the record that users see.</summary>
internal static class JsonRecord
{
    public static string Of(Incident incident)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, IncidentJson.WriterOptions()))
            IncidentJson.Write(json, incident);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
