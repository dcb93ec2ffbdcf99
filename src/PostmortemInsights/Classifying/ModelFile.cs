using System.Collections.Immutable;
using System.Text.Json;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Classifying;

/// <summary>What a model was made of; it is used only where all of it is the same.</summary>
/// <param name="Engine">The build of the library, and of the trainer where it stands in another one.</param>
/// <param name="Trainer">The trainer's name.</param>
/// <param name="Corpus">Hash of the labels and the documents.</param>
/// <param name="Taxonomy">Hash of the categories and cues.</param>
/// <param name="Documents">Number of documents that it was trained on.</param>
internal sealed record ModelOrigin(string Engine, string Trainer, string Corpus, string Taxonomy, int Documents);

/// <summary>Writes and reads classifiers as JSON; the same classifier gives the same bytes.</summary>
internal static class ModelFile
{
    private const int Format = 2;

    public static void Write(Stream stream, ModelOrigin origin, IncidentClassifier classifier)
    {
        using var json = new Utf8JsonWriter(stream, IncidentJson.WriterOptions());
        json.WriteStartObject();
        json.WriteNumber("format", Format);
        json.WriteString("engine", origin.Engine);
        json.WriteString("trainer", origin.Trainer);
        json.WriteString("corpus", origin.Corpus);
        json.WriteString("taxonomy", origin.Taxonomy);
        json.WriteNumber("documents", origin.Documents);
        foreach (var facet in Enum.GetValues<Facet>())
            Write(json, IncidentJson.Name(facet), classifier[facet]);
        json.WriteEndObject();
    }

    /// <summary>What the model was made of, or null if this is no model of this format.</summary>
    public static ModelOrigin? ReadOrigin(JsonElement json) =>
        json.GetProperty("format").GetInt32() != Format
            ? null
            : new(Text(json, "engine"), Text(json, "trainer"), Text(json, "corpus"), Text(json, "taxonomy"), json.GetProperty("documents").GetInt32());

    /// <summary>The classifier; <paramref name="taxonomy"/> is the one that it was trained with.</summary>
    /// <exception cref="InvalidOperationException">The JSON is no model.</exception>
    /// <exception cref="KeyNotFoundException">The JSON is no model.</exception>
    public static IncidentClassifier Read(JsonElement json, Taxonomy taxonomy)
    {
        var stems = new Stems();
        return new(taxonomy, [.. Enum.GetValues<Facet>().Select(f => Read(json.GetProperty(IncidentJson.Name(f)), taxonomy[f], stems))], stems);
    }

    private static void Write(Utf8JsonWriter json, string name, FacetModel model)
    {
        json.WriteStartObject(name);
        WriteNumbers(json, "first", model.Calibration.First.Weights);
        WriteNumbers(json, "further", model.Calibration.Further.Weights);
        json.WriteNumber("threshold", model.Threshold);
        WriteNumbers(json, "cues", model.Weights.Cues);
        json.WriteStartArray("ownCues");
        foreach (var row in model.Weights.OwnCues)
            WriteNumbers(json, row);
        json.WriteEndArray();
        json.WriteStartObject("terms");
        for (var t = 0; t < model.Vocabulary.Terms.Length; t++)
            WriteNumbers(json, model.Vocabulary.Terms[t], [model.Vocabulary.Rarity[t], .. model.Weights.Terms[t]]);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static FacetModel Read(JsonElement json, ImmutableArray<Category> categories, Stems stems)
    {
        var terms = json.GetProperty("terms").EnumerateObject().Select(t => (t.Name, Values: Numbers(t.Value))).ToList();
        return new(
            categories,
            new([.. terms.Select(t => t.Name)], [.. terms.Select(t => t.Values[0])], stems),
            new(Numbers(json.GetProperty("cues")), [.. json.GetProperty("ownCues").EnumerateArray().Select(Numbers)], [.. terms.Select(t => t.Values.RemoveAt(0))]),
            new(new(Numbers(json.GetProperty("first"))), new(Numbers(json.GetProperty("further"))), Taxonomy.PlaceOfUnknown(categories)),
            json.GetProperty("threshold").GetDouble(),
            new(categories, stems));
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, ImmutableArray<double> values)
    {
        json.WritePropertyName(name);
        WriteNumbers(json, values);
    }

    private static void WriteNumbers(Utf8JsonWriter json, ImmutableArray<double> values)
    {
        json.WriteStartArray();
        foreach (var value in values)
            json.WriteNumberValue(value);
        json.WriteEndArray();
    }

    private static ImmutableArray<double> Numbers(JsonElement json) => [.. json.EnumerateArray().Select(n => n.GetDouble())];

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? "";
}
