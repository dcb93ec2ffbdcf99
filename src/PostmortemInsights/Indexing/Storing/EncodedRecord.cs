using System.Buffers;
using System.Text;
using System.Text.Json;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Indexing.Storing;

/// <summary>An incident as bytes: its fields as JSON and, apart from them, its text, which few readers need.</summary>
internal sealed record EncodedRecord(ReadOnlyMemory<byte> Head, ReadOnlyMemory<byte> Text)
{
    public static EncodedRecord Of(Incident incident)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, IncidentJson.WriterOptions()))
            IncidentJson.WriteWhole(json, incident with { Text = "" });
        return new EncodedRecord(buffer.WrittenMemory, Encoding.UTF8.GetBytes(incident.Text));
    }

    /// <summary>The incident; without its text, <see cref="Incident.Text"/> is empty.</summary>
    public static Incident Decode(ReadOnlyMemory<byte> head, ReadOnlySpan<byte> text)
    {
        using var json = JsonDocument.Parse(head);
        var incident = IncidentJson.Read(json.RootElement);
        return text.IsEmpty ? incident : incident with { Text = Encoding.UTF8.GetString(text) };
    }
}
