using System.Collections.Immutable;
using PostmortemInsights.Analyzing.Excerpts;
using PostmortemInsights.Analyzing.Wording;
using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing.Storing;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Analyzing;

/// <summary>A document of a review.</summary>
/// <param name="TextHash">The hash of its text.</param>
/// <param name="Incident">What it reports; null when it reports no incident.</param>
internal sealed record ReviewedDocument(TextHash TextHash, ReviewedIncident? Incident)
{
    /// <summary>Looks at a record.</summary>
    public static ReviewedDocument Of(Incident record, Vocabulary words)
    {
        var hash = TextHash.Of(record.Text);
        return new ReviewedDocument(hash, record.IsPostmortem ? ReviewedIncident.Of(record, hash, words) : null);
    }
}

/// <summary>The documents of a review.</summary>
/// <param name="Count">Number of documents, whether or not they report an incident.</param>
/// <param name="TextHashes">The hash of the text of each.</param>
/// <param name="Incidents">The postmortems: dated incidents by their day, then the others; by path where that is the same.</param>
/// <param name="Words">The words of the incidents.</param>
internal sealed record ReviewedDocuments(int Count, ImmutableArray<TextHash> TextHashes, IReadOnlyList<ReviewedIncident> Incidents, Vocabulary Words)
{
    /// <summary>So many excerpts are read by one task: a single one is read sooner than a task is handed over.</summary>
    private const int Together = 64;

    /// <summary>Looks at records, in whatever order they come; none is kept.</summary>
    public static ReviewedDocuments Of(IEnumerable<Incident> records) => Read(records.SelectInOrder(ReviewExcerpt.Of, CancellationToken.None));

    /// <summary>Reads excerpts, in whatever order they come.</summary>
    public static ReviewedDocuments Read(IEnumerable<byte[]> excerpts)
    {
        var words = new Vocabulary();
        var numbers = new WordMemory<int>(word => words.NumberOf(word));
        var read = excerpts.Chunk(Together).SelectInOrder(some => Read(some, numbers), CancellationToken.None).SelectMany(static some => some).ToList();
        return new ReviewedDocuments(
            read.Count,
            [.. read.Select(static r => r.TextHash)],
            [.. read.Select(static r => r.Incident).OfType<ReviewedIncident>()
                .OrderBy(static i => i.Date is { } day ? MomentParts.DayNumber(day) : int.MaxValue).ThenBy(static i => i.AtTitle.Source, StringComparer.Ordinal)],
            words);
    }

    private static ReviewedDocument[] Read(byte[][] excerpts, WordMemory<int> numbers)
    {
        var reader = new ExcerptReader(numbers.Of);
        return Array.ConvertAll(excerpts, excerpt => reader.Read(excerpt));
    }
}
