using System.Collections.Immutable;
using NodaTime;

namespace PostmortemInsights.Indexing.Queries;

/// <summary>What hits must have besides the query, as given on the command line. Several values of one filter: any of them.</summary>
public sealed record SearchFilters
{
    /// <summary>No filter.</summary>
    public static SearchFilters None { get; } = new();

    /// <summary>Cause categories.</summary>
    public ImmutableArray<string> Causes { get; init; } = [];

    /// <summary>Components.</summary>
    public ImmutableArray<string> Components { get; init; } = [];

    /// <summary>Triggers.</summary>
    public ImmutableArray<string> Triggers { get; init; } = [];

    /// <summary>Who noticed: <c>monitoring</c>, <c>customer</c>, <c>staff</c>.</summary>
    public ImmutableArray<string> DetectedBy { get; init; } = [];

    /// <summary>First day of the start, inclusive.</summary>
    public LocalDate? From { get; init; }

    /// <summary>Last day of the start, inclusive.</summary>
    public LocalDate? To { get; init; }

    /// <summary>Shortest duration in minutes, inclusive.</summary>
    public double? MinDurationMinutes { get; init; }

    /// <summary>Longest duration in minutes, inclusive.</summary>
    public double? MaxDurationMinutes { get; init; }

    /// <summary>The filters as conditions that must all be met.</summary>
    public IEnumerable<Condition> Conditions()
    {
        foreach (var (field, values) in new[] { ("cause", Causes), ("component", Components), ("trigger", Triggers), ("detected", DetectedBy) })
        {
            if (values.Length > 0)
                yield return new Either([.. values.Select(value => new HasAttribute(field, value))]);
        }

        if (From is not null || To is not null)
            yield return new DateRange(From, To);
        if (MinDurationMinutes is not null || MaxDurationMinutes is not null)
            yield return new DurationRange(MinDurationMinutes, MaxDurationMinutes);
    }
}
