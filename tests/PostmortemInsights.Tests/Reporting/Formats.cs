using System.Text;
using PostmortemInsights.Analyzing;
using PostmortemInsights.Incidents;
using PostmortemInsights.Reporting;

namespace PostmortemInsights.Tests.Reporting;

/// <summary>A review of incidents in each format.</summary>
internal static class Formats
{
    public static readonly ReviewOptions Options = new() { ToolVersion = "1.2.3" };

    public static string Text(IReadOnlyList<Incident> incidents, ReviewOptions? options = null) =>
        Written(writer => ReviewText.Write(Review(incidents, options), writer, 110));

    public static string Markdown(IReadOnlyList<Incident> incidents, ReviewOptions? options = null) =>
        Written(writer => ReviewMarkdown.Write(Review(incidents, options), writer));

    public static string Html(IReadOnlyList<Incident> incidents, ReviewOptions? options = null) =>
        Written(writer => ReviewHtml.Write(Review(incidents, options), writer));

    public static string Json(IReadOnlyList<Incident> incidents, ReviewOptions? options = null)
    {
        using var stream = new MemoryStream();
        ReviewJson.Write(Review(incidents, options), stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static IReadOnlyList<string> All(IReadOnlyList<Incident> incidents, ReviewOptions? options = null) =>
        [Text(incidents, options), Markdown(incidents, options), Html(incidents, options), Json(incidents, options)];

    public static string Written(Action<TextWriter> write)
    {
        using var writer = new StringWriter();
        write(writer);
        return writer.ToString();
    }

    private static ReliabilityReview Review(IReadOnlyList<Incident> incidents, ReviewOptions? options) =>
        ReliabilityReview.From(incidents, options ?? Options);
}
