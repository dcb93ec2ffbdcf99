using System.Text.Json;
using PostmortemInsights.Classifying;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Reporting;

/// <summary>An evaluation of the classifiers as JSON.</summary>
public static class EvaluationJson
{
    /// <summary>Writes one object and a line end.</summary>
    public static void Write(Stream output, Evaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(evaluation);
        using (var json = new Utf8JsonWriter(output, IncidentJson.WriterOptions(indented: true)))
        {
            json.WriteStartObject();
            json.WriteNumber("documents", evaluation.Documents);
            json.WriteNumber("folds", evaluation.Folds);
            json.WriteString("trainer", evaluation.Trainer);
            foreach (var facet in evaluation.Facets)
                WriteFacet(json, facet);
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteFacet(Utf8JsonWriter json, FacetEvaluation facet)
    {
        json.WriteStartObject(IncidentJson.Name(facet.Facet));
        json.WriteNumber("documents", facet.Documents);
        json.WriteNumber("firstRight", facet.FirstRight);
        WriteScore(json, "micro", facet.Micro);
        WriteNumber(json, "macroF1", facet.MacroF1);
        json.WriteStartObject("categories");
        foreach (var category in facet.Categories)
            WriteScore(json, category.Id, category);
        json.WriteEndObject();
        json.WriteStartArray("confusion");
        foreach (var row in facet.Confusion)
        {
            json.WriteStartArray();
            foreach (var count in row)
                json.WriteNumberValue(count);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        WriteNumber(json, "expectedCalibrationError", facet.Calibration.ExpectedError);
        json.WriteStartObject("baseline");
        json.WriteString("category", facet.Baseline.Category);
        json.WriteNumber("firstRight", facet.Baseline.FirstRight);
        WriteNumber(json, "microF1", facet.Baseline.MicroF1);
        WriteNumber(json, "macroF1", facet.Baseline.MacroF1);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteScore(Utf8JsonWriter json, string name, CategoryScore score)
    {
        json.WriteStartObject(name);
        json.WriteNumber("labelled", score.Labelled);
        json.WriteNumber("given", score.Given);
        json.WriteNumber("right", score.Right);
        WriteNumber(json, "precision", score.Precision);
        WriteNumber(json, "recall", score.Recall);
        WriteNumber(json, "f1", score.F1);
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
