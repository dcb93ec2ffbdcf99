using System.Collections.Immutable;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Indexing.Storing;

/// <summary>What an ingest did.</summary>
public sealed record IngestResult
{
    /// <summary>Number of incidents in the store now.</summary>
    public required int Count { get; init; }

    /// <summary>Number of documents that were read: new ones, changed ones, and those that had to be read anew (<see cref="Notes"/> say why).</summary>
    public required int Read { get; init; }

    /// <summary>Number of documents that were not read, because the store had them.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Number of documents that were in the store and are not below the paths any more.</summary>
    public required int Removed { get; init; }

    /// <summary>What could not be read, in ordinal order of the sources.</summary>
    public required ImmutableArray<ReadFailure> Failures { get; init; }

    /// <summary>What was left out on purpose, in ordinal order of the sources.</summary>
    public required ImmutableArray<ReadSkipped> Skipped { get; init; }

    /// <summary>A line each for what the store had to make anew, and why.</summary>
    public required ImmutableArray<string> Notes { get; init; }
}

/// <summary>How far an ingest is.</summary>
/// <param name="Phase">What it does now.</param>
/// <param name="Done">Documents done in this phase.</param>
/// <param name="Total">Documents in this phase; 0 while they are being found.</param>
public readonly record struct IngestProgress(IngestPhase Phase, int Done, int Total);

/// <summary>The phases of an ingest, in their order.</summary>
public enum IngestPhase
{
    /// <summary>Looks for files.</summary>
    Finding,

    /// <summary>Reads and parses new and changed documents.</summary>
    Reading,

    /// <summary>Builds the index.</summary>
    Indexing,
}
