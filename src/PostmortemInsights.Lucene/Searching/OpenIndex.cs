using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using PostmortemInsights.Indexing.Files;
using PostmortemInsights.Indexing.Ranking;
using PostmortemInsights.Lucene.Files;

namespace PostmortemInsights.Lucene.Searching;

/// <summary>An index as searches read it: its postings through Lucene, and in memory the row and the number of each document.</summary>
internal sealed class OpenIndex : ITermStatistics, IDisposable
{
    private readonly PackedDirectory directory;
    private readonly Lazy<DocumentRows> rows;
    private readonly Lazy<int[]> numbers;

    private OpenIndex(PackedDirectory directory)
    {
        this.directory = directory;
        Reader = DirectoryReader.Open(directory);
        rows = new Lazy<DocumentRows>(ReadRows);
        numbers = new Lazy<int[]>(ReadNumbers);
    }

    public DirectoryReader Reader { get; }

    public int Documents => Reader.NumDocs;

    /// <summary>The rows by Lucene's numbers of the documents, read with the first query.</summary>
    public DocumentRows Rows => rows.Value;

    public static OpenIndex Of(string path)
    {
        var length = new FileInfo(path).Length;
        if (length == 0)
            throw new InvalidDataException($"'{path}' is no index: it is empty.");
        return Of(MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read), length, path);
    }

    /// <summary>Takes over a map of <paramref name="length"/> bytes; <paramref name="path"/> names it in messages.</summary>
    /// <exception cref="InvalidDataException">It is no index, is cut short, or was built by another version.</exception>
    public static OpenIndex Of(MemoryMappedFile map, long length, string path)
    {
        try
        {
            return new OpenIndex(new PackedDirectory(map, length));
        }
        catch (Exception e) when (e is ArgumentException or IOException or InvalidDataException or OverflowException)
        {
            map.Dispose();
            throw new InvalidDataException($"'{path}' is no index that this version reads: {e.Message}", e);
        }
    }

    public int DocumentsWith(string term) => Reader.DocFreq(new Term(IndexFields.Terms, term));

    public IEnumerable<(string Term, int Documents)> StartingWith(string prefix)
    {
        if (MultiFields.GetTerms(Reader, IndexFields.Terms)?.GetEnumerator() is not { } terms)
            yield break;
        var start = new BytesRef(prefix);
        for (var more = terms.SeekCeil(start) != TermsEnum.SeekStatus.END; more && StringHelper.StartsWith(terms.Term, start); more = terms.MoveNext())
            yield return (terms.Term.Utf8ToString(), terms.DocFreq);
    }

    /// <summary>The number of a document for those who ask.</summary>
    public int NumberOf(int document) => numbers.Value[document];

    /// <summary>The documents that have a term in a field, with its frequencies; null if none has.</summary>
    public DocsEnum? Find(string field, string term) => MultiFields.GetTermDocsEnum(Reader, null, field, new BytesRef(term));

    /// <summary>Searches that score by a model.</summary>
    public IndexSearcher SearcherFor(RankingModel model) => new(Reader) { Similarity = new ConceptSimilarity(model, Rows.NormsOf(model)) };

    public void Dispose()
    {
        Reader.Dispose();
        directory.Dispose();
    }

    private DocumentRows ReadRows()
    {
        var all = new DocumentRow[Reader.MaxDoc];
        var values = MultiDocValues.GetBinaryValues(Reader, IndexFields.Row);
        var bytes = new BytesRef();
        for (var document = 0; document < all.Length; document++)
        {
            values.Get(document, bytes);
            all[document] = MemoryMarshal.Read<DocumentRow>(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length));
        }

        return new DocumentRows(all, all.Sum(static row => (double)row.Words), all.Sum(static row => (double)row.WeightedWords));
    }

    private int[] ReadNumbers()
    {
        var values = MultiDocValues.GetNumericValues(Reader, IndexFields.Number);
        return [.. Enumerable.Range(0, Reader.MaxDoc).Select(document => (int)values.Get(document))];
    }
}
