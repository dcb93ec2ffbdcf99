using System.Text;
using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing.Files;
using PostmortemInsights.Indexing.Searching;
using PostmortemInsights.Indexing.Storing;
using PostmortemInsights.Indexing.Words;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Indexing;

/// <summary>The project's own index: one immutable file, memory-mapped. Safe for any number of threads at once.</summary>
public sealed class SearchIndex : ISearchEngine
{
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

    /// <summary>Writes the index of a store; what has not changed since the index before is taken from that.</summary>
    /// <param name="source">The records, in the ordinal order of their sources.</param>
    /// <param name="output">Where to write; it need not be able to seek and is left open.</param>
    public static void Write(IndexSource source, Stream output)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(output);
        using var builder = new IndexBuilder(IndexBuilder.DefaultPlaces);
        var anew = Enumerable.Range(0, source.Count);
        if (source.Previous is { } previous)
        {
            builder.TakeOver(IndexFile.Open(previous.Path), previous.Ordinals);
            anew = anew.Where(ordinal => previous.Ordinals[ordinal] < 0);
        }

        Add(builder, source.Read(anew, static (incident, _) => DocumentPostings.Of(incident)), anew);
        builder.Write(output);
    }

    internal static void Write(IEnumerable<Incident> incidents, Stream output, int mostPlaces)
    {
        ArgumentNullException.ThrowIfNull(incidents);
        ArgumentNullException.ThrowIfNull(output);
        using var builder = new IndexBuilder(mostPlaces);
        Add(builder, incidents.SelectInOrder(DocumentPostings.Of, CancellationToken.None), Enumerable.InfiniteSequence(0, 1));
        builder.Write(output);
    }

    private static void Add(IndexBuilder builder, IEnumerable<DocumentPostings> documents, IEnumerable<int> numbers)
    {
        foreach (var (document, number) in documents.Zip(numbers))
            builder.Add(number, document);
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
