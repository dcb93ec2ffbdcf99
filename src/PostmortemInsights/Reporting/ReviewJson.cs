using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using PostmortemInsights.Analyzing;
using PostmortemInsights.Incidents;
using PostmortemInsights.Reporting.Pages;

namespace PostmortemInsights.Reporting;

/// <summary>A review as JSON: <c>headlines</c>, and every figure of <see cref="ReliabilityReview"/> under its name in camelCase. Times are minutes, days ISO 8601.</summary>
public static class ReviewJson
{
    /// <summary>Writes the review as UTF-8, indented, with <c>\n</c> as line end.</summary>
    public static void Write(ReliabilityReview review, Stream stream)
    {
        using (var json = new Utf8JsonWriter(new StreamBuffer(stream), IncidentJson.WriterOptions(indented: true)))
        {
            json.WriteStartObject();
            json.WriteStartArray("headlines");
            foreach (var sentence in Headlines.Of(review))
                json.WriteStringValue(sentence);
            json.WriteEndArray();
            foreach (var property in ReviewJsonContext.Default.ReliabilityReview.Properties)
            {
                json.WritePropertyName(property.Name);
                JsonSerializer.Serialize(json, property.Get!(review), property.PropertyType, ReviewJsonContext.Default);
            }

            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    /// <summary>Writes only what keeps coming back.</summary>
    public static void Write(Repeats repeats, Stream stream)
    {
        using (var json = new Utf8JsonWriter(new StreamBuffer(stream), IncidentJson.WriterOptions(indented: true)))
            JsonSerializer.Serialize(json, repeats, ReviewJsonContext.Default.Repeats);
        stream.WriteByte((byte)'\n');
    }
}

/// <summary>How the review's types become JSON, generated at build time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    UseStringEnumConverter = true,
    Converters = [typeof(LocalDateConverter), typeof(FiscalQuarterConverter), typeof(RoundedNumberConverter)])]
[JsonSerializable(typeof(ReliabilityReview))]
[JsonSerializable(typeof(Repeats))]
internal sealed partial class ReviewJsonContext : JsonSerializerContext;

/// <summary>Days as <c>2024-06-04</c>.</summary>
internal sealed class LocalDateConverter : JsonConverter<LocalDate>
{
    public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) =>
        writer.WriteStringValue(IsoDay.Of(value));
}

/// <summary>Quarters as <c>2024-Q2</c>.</summary>
internal sealed class FiscalQuarterConverter : JsonConverter<FiscalQuarter>
{
    public override FiscalQuarter Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, FiscalQuarter value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

/// <summary>Figures with four decimals: the last bits of a sum are no finding.</summary>
internal sealed class RoundedNumberConverter : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => writer.WriteNumberValue(Math.Round(value, 4));
}
