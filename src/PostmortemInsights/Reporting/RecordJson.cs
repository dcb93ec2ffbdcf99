using System.Text.Json;
using PostmortemInsights.Analyzing;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Reporting;

/// <summary>Records as JSON, as <c>pmi parse</c> prints them: one object a line, or one array. A document that can't be read is
/// <c>{"source","error"}</c>.</summary>
public static class RecordJson
{
    /// <summary>Writes one record as a line.</summary>
    public static void WriteLine(Incident incident, Stream stream)
    {
        using (var json = new Utf8JsonWriter(stream, IncidentJson.WriterOptions()))
            IncidentJson.Write(json, incident);
        stream.WriteByte((byte)'\n');
    }

    /// <summary>Writes a document that could not be read as a line.</summary>
    public static void WriteLine(UnreadDocument document, Stream stream)
    {
        using (var json = new Utf8JsonWriter(stream, IncidentJson.WriterOptions()))
            Write(json, document);
        stream.WriteByte((byte)'\n');
    }

    /// <summary>Writes records and documents that could not be read as one indented array, in the order of their paths.</summary>
    public static void WriteArray(IReadOnlyList<Incident> incidents, IReadOnlyList<UnreadDocument> unread, Stream stream)
    {
        using (var json = new Utf8JsonWriter(stream, IncidentJson.WriterOptions(indented: true)))
        {
            json.WriteStartArray();
            foreach (var write in InOrder(incidents, unread))
                write(json);
            json.WriteEndArray();
        }

        stream.WriteByte((byte)'\n');
    }

    private static IEnumerable<Action<Utf8JsonWriter>> InOrder(IReadOnlyList<Incident> incidents, IReadOnlyList<UnreadDocument> unread) => incidents
        .Select(static i => (i.Source, Write: (Action<Utf8JsonWriter>)(json => IncidentJson.Write(json, i))))
        .Concat(unread.Select(static u => (u.Source, Write: (Action<Utf8JsonWriter>)(json => Write(json, u)))))
        .OrderBy(static x => x.Source, StringComparer.Ordinal)
        .Select(static x => x.Write);

    private static void Write(Utf8JsonWriter json, UnreadDocument document)
    {
        json.WriteStartObject();
        json.WriteString("source", document.Source);
        json.WriteString("error", document.Error);
        json.WriteEndObject();
    }
}
