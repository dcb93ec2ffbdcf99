using System.Text;
using PostmortemInsights.Indexing;
using PostmortemInsights.Indexing.Storing;
using PostmortemInsights.Indexing.Words;
using PostmortemInsights.Lucene.Files;
using PostmortemInsights.Lucene.Searching;
using PostmortemInsights.Lucene.Writing;

namespace PostmortemInsights.Lucene;

/// <summary>The index on Lucene.Net: the same contract, zones, words and ranking as the project's own. Safe for any number of threads at once.</summary>
public sealed class LuceneIndex : ISearchEngine
{
    private readonly OpenIndex index;

    private LuceneIndex(OpenIndex index) => this.index = index;

    /// <summary>Names the engine, its file format and its word lists: an index of another name is built anew.</summary>
    public static string Name => $"lucene {Encoding.ASCII.GetString(PackedDirectory.Magic)} {Analyzer.Fingerprint}";

    /// <inheritdoc/>
    public int Documents => index.Documents;

    /// <summary>Writes an index of incidents; what the index before has of them is taken over.</summary>
    /// <param name="source">The incidents, and the index before.</param>
    /// <param name="output">Where to write; it is left open.</param>
    public static void Write(IndexSource source, Stream output)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(output);
        IndexMaker.Write(source, output);
    }

    /// <summary>Opens an index.</summary>
    /// <exception cref="InvalidDataException">The file is no index, is cut short, or was built by another version.</exception>
    public static LuceneIndex Open(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new LuceneIndex(OpenIndex.Of(path));
    }

    /// <summary>Opens the index of a store; dispose of it before the store.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or was built by another version.</exception>
    public static LuceneIndex Open(Store store)
    {
        ArgumentNullException.ThrowIfNull(store);
        return new LuceneIndex(OpenIndex.Of(store.MapIndex(), store.IndexLength, store.Directory));
    }

    /// <inheritdoc/>
    public SearchResult Search(SearchRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new LuceneSearch(index, request).Run();
    }

    /// <inheritdoc/>
    public void Dispose() => index.Dispose();
}
