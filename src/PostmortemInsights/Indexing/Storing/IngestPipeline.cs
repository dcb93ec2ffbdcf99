using PostmortemInsights.Incidents;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Indexing.Storing;

/// <summary>What an ingest makes of the documents.</summary>
/// <param name="Version">Names the parser, its rules and its models; when it differs from the store's, every document is read anew.</param>
/// <param name="Parse">Makes a document's record; called on several threads.</param>
/// <param name="Excerpt">What is needed of a record by those who look at all of them together; kept beside it for <see cref="Store.ReadExcerpts"/>. Called on several threads.</param>
/// <param name="Engine">Names the index engine and the version of its format; when it differs, the index is built anew.</param>
/// <param name="WriteIndex">Writes the index; at least one byte. The stream can be written and sought.</param>
public sealed record IngestPipeline(string Version, Func<SourceDocument, Incident> Parse, Func<Incident, byte[]> Excerpt, string Engine, Action<IndexSource, Stream> WriteIndex);

/// <summary>The incidents that an index is to be made of, in the order of their numbers, which is the ordinal order of their sources.</summary>
public sealed class IndexSource
{
    private readonly Func<int, Incident> _read;
    private readonly Action<int> _onRead;
    private readonly CancellationToken _cancellation;

    internal IndexSource(int count, Func<int, Incident> read, PreviousIndex? previous, Action<int> onRead, CancellationToken cancellation)
    {
        (Count, _read, Previous, _onRead, _cancellation) = (count, read, previous, onRead, cancellation);
    }

    /// <summary>Number of incidents.</summary>
    public int Count { get; }

    /// <summary>The index before this one, if the same engine wrote it and it is sound: what has not changed can be taken from it.</summary>
    public PreviousIndex? Previous { get; }

    /// <summary>All incidents, one at a time, read ahead on all processors.</summary>
    public IEnumerable<Incident> Incidents => Read(Enumerable.Range(0, Count), static (incident, _) => incident);

    /// <summary>What is made of the incidents with these numbers, one at a time, read and made ahead on all processors.</summary>
    /// <param name="ordinals">The numbers.</param>
    /// <param name="make">Makes it of an incident and its number.</param>
    public IEnumerable<T> Read<T>(IEnumerable<int> ordinals, Func<Incident, int, T> make) =>
        ordinals.SelectInOrder(ordinal => make(_read(ordinal), ordinal), _cancellation).Select((made, done) =>
        {
            _onRead(done + 1);
            return made;
        });
}

/// <summary>The index that is being replaced.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Ordinals">For each incident of the new index its number in the previous one, where it is the same; -1 for a new or changed one.</param>
public sealed record PreviousIndex(string Path, IReadOnlyList<int> Ordinals);
