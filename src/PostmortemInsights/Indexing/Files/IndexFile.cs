using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;
using PostmortemInsights.Indexing.Words;

namespace PostmortemInsights.Indexing.Files;

/// <summary>An index file, memory-mapped: opening reads the footer, a query reads the postings of its terms.</summary>
internal sealed class IndexFile : IDisposable
{
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;
    private readonly Lazy<DocumentRows> rows;

    private IndexFile(MemoryMappedFile file, long length)
    {
        this.file = file;
        view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        Footer = ReadFooter(length);
        Terms = new TermDictionary(this);
        Statistics = new FileStatistics(this);
        rows = new Lazy<DocumentRows>(ReadRows);
    }

    public IndexFooter Footer { get; }

    public TermDictionary Terms { get; }

    public FileStatistics Statistics { get; }

    /// <summary>The rows of all documents, read with the first query.</summary>
    public DocumentRows Rows => rows.Value;

    public static IndexFile Open(string path)
    {
        var length = new FileInfo(path).Length;
        if (length < 2 * IndexLayout.Magic.Length)
            throw new InvalidDataException($"'{path}' is no index: it is too short.");
        return Open(MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read), length, path);
    }

    /// <summary>Takes over a map of <paramref name="length"/> bytes; <paramref name="path"/> names it in messages.</summary>
    public static IndexFile Open(MemoryMappedFile mapped, long length, string path)
    {
        try
        {
            return new IndexFile(mapped, length);
        }
        catch (Exception e) when (e is ArgumentException or IOException or InvalidDataException or OverflowException)
        {
            mapped.Dispose();
            throw new InvalidDataException($"'{path}' is no index that this version reads: {e.Message}", e);
        }
    }

    public void Read<T>(long offset, Span<T> into)
        where T : struct => view.SafeMemoryMappedViewHandle.ReadSpan((ulong)offset, into);

    public void Dispose()
    {
        view.Dispose();
        file.Dispose();
    }

    private IndexFooter ReadFooter(long length)
    {
        var tail = new byte[sizeof(int) + IndexLayout.Magic.Length];
        Read(length - tail.Length, tail.AsSpan());
        if (!tail.AsSpan(sizeof(int)).SequenceEqual(IndexLayout.Magic))
            throw new InvalidDataException("its end is missing or of another version.");
        var bytes = new byte[BinaryPrimitives.ReadInt32LittleEndian(tail)];
        Read(length - tail.Length - bytes.Length, bytes.AsSpan());
        using var reader = new BinaryReader(new MemoryStream(bytes));
        var footer = IndexFooter.Read(reader);
        if (footer.Fingerprint != Analyzer.Fingerprint)
            throw new InvalidDataException("it was built with other word lists.");
        return footer;
    }

    private DocumentRows ReadRows()
    {
        var all = new DocumentRow[Footer.Documents];
        Read(Footer.Rows, all.AsSpan());
        return new DocumentRows(all, Footer.Words, Footer.WeightedWords);
    }
}
