using System.Globalization;
using System.Text.Json;
using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing;
using PostmortemInsights.Reporting.Pages;

namespace PostmortemInsights.Reporting;

/// <summary>How well rankings find what queries were written for, as text and as JSON.</summary>
public static class RankingText
{
    /// <summary>Writes a table, a row a ranking and kind of query.</summary>
    /// <param name="measured">The rankings by name.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="width">Columns of the terminal.</param>
    public static void Write(IEnumerable<(string Ranking, RankingQuality Quality)> measured, TextWriter writer, int width = 100)
    {
        ArgumentNullException.ThrowIfNull(measured);
        var table = new Table(
            "Means over the queries. MRR: one divided by the rank of the document that the query was written for; "
                + "nDCG: one divided by log2(rank + 1); recall: the share of queries with it among the first ten.",
            ["queries", "ranking", Column.Figure("n"), Column.Figure("MRR@10"), Column.Figure("nDCG@10"), Column.Figure("recall@10")],
            [.. measured.Select(row => RowOf(row.Ranking, row.Quality))]);
        ReviewText.Write(new Page("How well the search does", [], [new Section("Rankings", table)]), writer, width);
    }

    /// <summary>Writes an array with an object a ranking and kind of query, and a line end.</summary>
    public static void WriteJson(IEnumerable<(string Ranking, RankingQuality Quality)> measured, Stream output)
    {
        ArgumentNullException.ThrowIfNull(measured);
        ArgumentNullException.ThrowIfNull(output);
        using (var json = new Utf8JsonWriter(output, IncidentJson.WriterOptions(indented: true)))
        {
            json.WriteStartArray();
            foreach (var (ranking, quality) in measured)
            {
                json.WriteStartObject();
                json.WriteString("kind", quality.Kind);
                json.WriteString("ranking", ranking);
                json.WriteNumber("queries", quality.Queries);
                json.WriteNumber("mrr", Math.Round(quality.ReciprocalRank, 4));
                json.WriteNumber("ndcg", Math.Round(quality.Ndcg, 4));
                json.WriteNumber("recall", Math.Round(quality.Recall, 4));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        output.WriteByte((byte)'\n');
    }

    private static Row RowOf(string ranking, RankingQuality quality) => new(
        quality.Kind, ranking, Figures.Count(quality.Queries), Mean(quality.ReciprocalRank), Mean(quality.Ndcg), Mean(quality.Recall));

    private static string Mean(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
