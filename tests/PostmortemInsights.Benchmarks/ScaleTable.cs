using System.Globalization;
using System.Text.Json;

namespace PostmortemInsights.Benchmarks;

/// <summary>The figures of all stages at one size.</summary>
internal sealed class ScaleColumn(int documents)
{
    /// <summary>Number of documents.</summary>
    public int Documents { get; } = documents;

    /// <summary>The figures in order; those of a cost tell how it grows.</summary>
    public List<(string Stage, string Figure, double Value, bool IsCost)> Figures { get; } = [];

    /// <summary>Adds a figure.</summary>
    public void Add(string stage, string figure, double value) => Figures.Add((stage, figure, value, false));

    /// <summary>Adds a cost, which must not grow faster than n log n.</summary>
    public void AddCost(string stage, string figure, double value) => Figures.Add((stage, figure, value, true));
}

/// <summary>The figures of several sizes side by side, and how the costs grow from one to the next.</summary>
internal sealed class ScaleTable(IReadOnlyList<ScaleColumn> columns)
{
    /// <summary>Writes it as a Markdown table.</summary>
    public void WriteMarkdown(TextWriter output)
    {
        output.WriteLine($"| stage | figure | {string.Join(" | ", columns.Select(static c => c.Documents.ToString("N0", CultureInfo.InvariantCulture)))} | growth against n log n |");
        output.WriteLine($"|---|---|{string.Concat(columns.Select(static _ => "--:|"))}--:|");
        for (var row = 0; row < columns[0].Figures.Count; row++)
        {
            var (stage, figure, _, _) = columns[0].Figures[row];
            var growth = GrowthOf(row) is { } times ? times.ToString("0.00", CultureInfo.InvariantCulture) : "";
            output.WriteLine($"| {stage} | {figure} | {string.Join(" | ", columns.Select(c => Shown(c.Figures[row].Value)))} | {growth} |");
        }
    }

    /// <summary>Writes it as JSON: an object a row, with a value for each number of documents.</summary>
    public void WriteJson(Stream output)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        json.WriteStartArray();
        for (var row = 0; row < columns[0].Figures.Count; row++)
        {
            json.WriteStartObject();
            json.WriteString("stage", columns[0].Figures[row].Stage);
            json.WriteString("figure", columns[0].Figures[row].Figure);
            json.WriteStartObject("values");
            foreach (var column in columns)
                json.WriteNumber(column.Documents.ToString(CultureInfo.InvariantCulture), column.Figures[row].Value);
            json.WriteEndObject();
            if (GrowthOf(row) is { } growth)
                json.WriteNumber("growth", growth);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // The worst step from one size to the next: 1 is n log n, less is better.
    private double? GrowthOf(int row) => columns.Count < 2 || !columns[0].Figures[row].IsCost
        ? null
        : columns.Zip(columns.Skip(1), (a, b) => b.Figures[row].Value / a.Figures[row].Value / (NLogN(b) / NLogN(a))).Max();

    private static double NLogN(ScaleColumn column) => column.Documents * Math.Log(column.Documents);

    // Three digits that tell something.
    private static string Shown(double value) => value switch
    {
        >= 100 => value.ToString("N0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.0", CultureInfo.InvariantCulture),
        >= 0.1 => value.ToString("0.00", CultureInfo.InvariantCulture),
        _ => value.ToString("0.0000", CultureInfo.InvariantCulture),
    };
}
