using System.Collections.Immutable;
using System.Text.Json;
using PostmortemInsights.Analyzing;
using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing;

namespace PostmortemInsights.Reporting;

/// <summary>An incident that was found, as it is shown.</summary>
/// <param name="Incident">The record.</param>
/// <param name="Hit">Its place in the ranking.</param>
/// <param name="Snippets">The lines that show why.</param>
public sealed record FoundIncident(Incident Incident, Hit Hit, ImmutableArray<Snippet> Snippets);

/// <summary>What a search found, as JSON: <c>{"query","total","hits":[{"source","id","title","score","snippets"…}],"facets"}</c>.</summary>
public static class SearchJson
{
    /// <summary>Writes one object and a line end.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="query">What was asked, as typed.</param>
    /// <param name="result">What was found.</param>
    /// <param name="found">The incidents of the hits, in their order.</param>
    public static void Write(Stream output, string query, SearchResult result, IEnumerable<FoundIncident> found)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(result);
        using (var json = new Utf8JsonWriter(output, IncidentJson.WriterOptions(indented: true)))
        {
            json.WriteStartObject();
            json.WriteString("query", query);
            json.WriteNumber("total", result.Total);
            json.WriteStartArray("hits");
            foreach (var incident in found)
                WriteHit(json, incident);
            json.WriteEndArray();
            if (!result.Facets.IsEmpty)
                WriteFacets(json, result.Facets);
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteHit(Utf8JsonWriter json, FoundIncident found)
    {
        var (incident, hit, snippets) = found;
        json.WriteStartObject();
        json.WriteString("source", incident.Source);
        json.WriteString("id", incident.Id);
        json.WriteString("title", incident.Title);
        json.WriteNumber("score", hit.Score);
        json.WriteString("date", IncidentReference.DateOf(incident) is { } date ? IsoDay.Of(date) : null);
        WriteNumber(json, "durationMinutes", incident.DurationMinutes);
        json.WriteString("cause", incident.Causes.IsEmpty ? null : incident.Causes[0].Category);
        json.WriteStartArray("snippets");
        foreach (var snippet in snippets)
            WriteSnippet(json, snippet);
        json.WriteEndArray();
        if (!hit.Explanation.IsEmpty)
            WriteExplanation(json, hit.Explanation);
        json.WriteEndObject();
    }

    private static void WriteSnippet(Utf8JsonWriter json, Snippet snippet)
    {
        json.WriteStartObject();
        json.WriteNumber("line", snippet.Line);
        json.WriteNumber("start", snippet.Span.Start);
        json.WriteNumber("end", snippet.Span.End);
        json.WriteString("text", snippet.Text);
        json.WriteStartArray("marks");
        foreach (var mark in snippet.Marks)
        {
            json.WriteStartObject();
            json.WriteNumber("start", mark.Start);
            json.WriteNumber("end", mark.End);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteExplanation(Utf8JsonWriter json, ImmutableArray<TermScore> terms)
    {
        json.WriteStartArray("explanation");
        foreach (var term in terms)
        {
            json.WriteStartObject();
            json.WriteString("word", term.Word);
            json.WriteString("term", term.Term);
            json.WriteNumber("score", term.Score);
            json.WriteStartArray("zones");
            foreach (var zone in term.Zones)
            {
                json.WriteStartObject();
                json.WriteString("zone", IncidentJson.Name(zone.Zone));
                json.WriteNumber("frequency", zone.Frequency);
                json.WriteNumber("score", zone.Score);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFacets(Utf8JsonWriter json, ImmutableArray<Facet> facets)
    {
        json.WriteStartObject("facets");
        foreach (var field in facets.Select(static facet => facet.Field).Distinct(StringComparer.Ordinal))
        {
            json.WriteStartObject(field);
            foreach (var facet in facets.Where(facet => facet.Field == field))
                json.WriteNumber(facet.Value, facet.Count);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
            json.WriteNumber(name, Math.Round(number, 4));
        else
            json.WriteNull(name);
    }
}
