using System.Text;
using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing.Files;
using PostmortemInsights.Indexing.Searching;
using PostmortemInsights.Indexing.Storing;
using PostmortemInsights.Indexing.Words;

namespace PostmortemInsights.Indexing;

/// <summary>The project's own index: one immutable file, memory-mapped. Safe for any number of threads at once.</summary>
public sealed class SearchIndex : ISearchEngine
{
    // So many records are in memory at once while an index is written.
    private const int BatchSize = 256;

    private readonly IndexFile file;

    private SearchIndex(IndexFile file) => this.file = file;

    /// <summary>Names the engine, its file format and its word lists: an index of another name is built anew.</summary>
    public static string Name => $"built-in {Encoding.ASCII.GetString(IndexLayout.Magic)} {Analyzer.Fingerprint}";

    /// <inheritdoc/>
    public int Documents => file.Footer.Documents;

    /// <summary>Writes an index of records in one pass; documents are numbered in the order given.</summary>
    /// <param name="incidents">The records.</param>
    /// <param name="output">Where to write; it need not be able to seek and is left open.</param>
    public static void Write(IEnumerable<Incident> incidents, Stream output) => Write(incidents, output, IndexBuilder.DefaultPlaces);

    internal static void Write(IEnumerable<Incident> incidents, Stream output, int mostPlaces)
    {
        ArgumentNullException.ThrowIfNull(incidents);
        ArgumentNullException.ThrowIfNull(output);
        using var builder = new IndexBuilder(mostPlaces);
        foreach (var batch in incidents.Chunk(BatchSize))
        {
            foreach (var document in batch.AsParallel().AsOrdered().Select(DocumentPostings.Of))
                builder.Add(document);
        }

        builder.Write(output);
    }

    /// <summary>Opens an index; only its footer is read.</summary>
    /// <exception cref="InvalidDataException">The file is no index, is cut short, or was built by another version.</exception>
    public static SearchIndex Open(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new SearchIndex(IndexFile.Open(path));
    }

    /// <summary>Opens the index of a store; dispose of it before the store.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or was built by another version.</exception>
    public static SearchIndex Open(Store store)
    {
        ArgumentNullException.ThrowIfNull(store);
        return new SearchIndex(IndexFile.Open(store.MapIndex(), store.IndexLength, store.Directory));
    }

    /// <inheritdoc/>
    public SearchResult Search(SearchRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new Search(file, request).Run();
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();
}
