using System.Collections.Immutable;
using System.Text.Json;
using PostmortemInsights.Indexing.Queries;
using PostmortemInsights.Indexing.Ranking;

namespace PostmortemInsights.Indexing;

/// <summary>A query with the one document that it was written for.</summary>
/// <param name="Document">The document's file name without its ending.</param>
/// <param name="Kind"><c>sentence</c> or <c>keywords</c>.</param>
/// <param name="Text">What is typed.</param>
public sealed record JudgedQuery(string Document, string Kind, string Text);

/// <summary>How well a ranking finds the documents that queries were written for; all means are over the queries.</summary>
/// <param name="Kind">Kind of the queries.</param>
/// <param name="Queries">Number of queries: the denominator of each mean.</param>
/// <param name="ReciprocalRank">MRR@10: one divided by the rank, 0 beyond the tenth.</param>
/// <param name="Ndcg">nDCG@10: one divided by log2(rank + 1), 0 beyond the tenth.</param>
/// <param name="Recall">Share of queries whose document is among the first ten.</param>
public sealed record RankingQuality(string Kind, int Queries, double ReciprocalRank, double Ndcg, double Recall);

/// <summary>Measures rankings by judged queries.</summary>
public static class RankingEvaluation
{
    private const int Depth = 10;

    /// <summary>Reads queries, one JSON object a line: <c>{"doc": …, "sentence": …, "keywords": …}</c>; every other key than doc is a kind.</summary>
    /// <exception cref="FormatException">A line is no such object; the message names it.</exception>
    public static ImmutableArray<JudgedQuery> ReadQueries(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var queries = ImmutableArray.CreateBuilder<JudgedQuery>();
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
                queries.AddRange(ReadLine(line, number));
        }

        return queries.ToImmutable();
    }

    /// <summary>Asks all queries and tells how well they were answered, kind by kind.</summary>
    /// <param name="engine">The index.</param>
    /// <param name="sources">The source of each document, by its number.</param>
    /// <param name="queries">The queries.</param>
    /// <param name="ranking">The ranking to be measured.</param>
    public static ImmutableArray<RankingQuality> Measure(
        ISearchEngine engine, IReadOnlyList<string> sources, IEnumerable<JudgedQuery> queries, RankingModel ranking) =>
    [
        .. queries.GroupBy(query => query.Kind, StringComparer.Ordinal).OrderByDescending(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => Mean(kind.Key, [.. kind.Select(query => Rank(engine, sources, query, ranking))])),
    ];

    /// <summary>At which rank, from 1, the document comes that a query was written for; 0 if not among the first ten.</summary>
    public static int Rank(ISearchEngine engine, IReadOnlyList<string> sources, JudgedQuery query, RankingModel ranking)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(query);
        var result = engine.Search(new SearchRequest(Query.OfWords(query.Text)) { Limit = Depth, Ranking = ranking });
        var names = result.Hits.Select(hit => Path.GetFileNameWithoutExtension(sources[hit.Document])).Distinct(StringComparer.Ordinal).ToList();
        return names.IndexOf(query.Document) + 1;
    }

    private static RankingQuality Mean(string kind, int[] ranks) => new(
        kind, ranks.Length, ranks.Average(rank => rank == 0 ? 0 : 1.0 / rank), ranks.Average(rank => rank == 0 ? 0 : 1 / Math.Log2(rank + 1)),
        ranks.Average(rank => rank == 0 ? 0.0 : 1));

    private static IEnumerable<JudgedQuery> ReadLine(string line, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var document = json.RootElement.GetProperty("doc").GetString()!;
            return [.. json.RootElement.EnumerateObject().Where(p => p.Name != "doc").Select(p => new JudgedQuery(document, p.Name, p.Value.GetString()!))];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"Line {number} of the queries is no object with 'doc', 'sentence' and 'keywords': {e.Message}", e);
        }
    }
}
