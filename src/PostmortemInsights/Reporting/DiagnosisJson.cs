using System.Collections.Immutable;
using System.Text.Json;
using PostmortemInsights.Analyzing;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Reporting;

/// <summary>A diagnosis as JSON. Findings name incidents by their sources.</summary>
public static class DiagnosisJson
{
    /// <summary>Writes one object and a line end.</summary>
    public static void Write(Stream output, Diagnosis diagnosis, string symptoms)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(diagnosis);
        using (var json = new Utf8JsonWriter(output, IncidentJson.WriterOptions(indented: true)))
        {
            json.WriteStartObject();
            json.WriteString("symptoms", symptoms);
            WriteTexts(json, "caveats", diagnosis.Caveats);
            WriteNearest(json, diagnosis);
            WriteFindings(json, "causes", diagnosis, diagnosis.Causes);
            WriteSuspects(json, diagnosis);
            WriteFindings(json, "fixes", diagnosis, diagnosis.Fixes);
            WriteFindings(json, "escalations", diagnosis, diagnosis.Escalations);
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteNearest(Utf8JsonWriter json, Diagnosis diagnosis)
    {
        json.WriteStartArray("incidents");
        foreach (var neighbour in diagnosis.Nearest)
        {
            json.WriteStartObject();
            json.WriteString("source", neighbour.Incident.Source);
            json.WriteString("id", neighbour.Incident.Id);
            json.WriteString("title", neighbour.Incident.Title);
            json.WriteNumber("score", Rounded(neighbour.Score));
            json.WriteString("cause", Weighing.CauseOf(neighbour.Incident));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFindings(Utf8JsonWriter json, string name, Diagnosis diagnosis, ImmutableArray<Finding> findings)
    {
        json.WriteStartArray(name);
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("what", finding.What);
            json.WriteNumber("weight", Rounded(finding.Weight));
            WriteCitations(json, diagnosis, finding.Behind);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSuspects(Utf8JsonWriter json, Diagnosis diagnosis)
    {
        json.WriteStartArray("ruleOut");
        foreach (var suspect in diagnosis.RuleOut)
        {
            json.WriteStartObject();
            json.WriteString("hypothesis", suspect.Hypothesis);
            json.WriteNumber("weight", Rounded(suspect.Weight));
            json.WriteNumber("turns", suspect.Turns);
            json.WriteNumber("timed", suspect.Timed);
            if (suspect.MedianMinutes is { } median)
                json.WriteNumber("medianMinutes", Rounded(median));
            else
                json.WriteNull("medianMinutes");
            json.WriteNumber("totalMinutes", Rounded(suspect.TotalMinutes));
            WriteTexts(json, "turnedOutToBe", suspect.TurnedOutToBe.Select(static cause => cause.Name));
            WriteCitations(json, diagnosis, suspect.Behind);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCitations(Utf8JsonWriter json, Diagnosis diagnosis, ImmutableArray<Citation> citations)
    {
        json.WriteStartArray("incidents");
        foreach (var citation in citations)
        {
            json.WriteStartObject();
            json.WriteString("source", diagnosis.Nearest[citation.Neighbour].Incident.Source);
            json.WriteString("text", citation.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static double Rounded(double value) => Math.Round(value, 4);
}
