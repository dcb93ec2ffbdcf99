using System.Text.Json;
using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing;

namespace PostmortemInsights.Reporting;

/// <summary>Incidents like one given, as JSON: <c>{"source","id","title","hits":[{"source","id","title","score","alike"}]}</c>.</summary>
public static class SimilarJson
{
    /// <summary>Writes one object and a line end.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="incident">The one given.</param>
    /// <param name="similar">Those like it, each with its record.</param>
    public static void Write(Stream output, Incident incident, IEnumerable<(SimilarIncident Similar, Incident Record)> similar)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(incident);
        using (var json = new Utf8JsonWriter(output, IncidentJson.WriterOptions(indented: true)))
        {
            json.WriteStartObject();
            WriteNames(json, incident);
            json.WriteStartArray("hits");
            foreach (var (hit, record) in similar)
                WriteHit(json, hit, record);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteHit(Utf8JsonWriter json, SimilarIncident hit, Incident record)
    {
        json.WriteStartObject();
        WriteNames(json, record);
        json.WriteNumber("score", hit.Score);
        json.WriteStartObject("alike");
        foreach (var likeness in hit.Alike)
            json.WriteString(IncidentJson.Name(likeness.Aspect), likeness.Text);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter json, Incident incident)
    {
        json.WriteString("source", incident.Source);
        json.WriteString("id", incident.Id);
        json.WriteString("title", incident.Title);
    }
}
