using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using PostmortemInsights.Indexing.Words;

namespace PostmortemInsights.Indexing.Files;

/// <summary>Writes the parts of an index file one after the other, from terms that come in order.</summary>
internal sealed class IndexWriter
{
    private readonly CountingWriter file;
    private readonly ByteBuffer dictionary = new();
    private readonly List<long> blocks = [];
    private string before = "";
    private int terms;

    private IndexWriter(Stream output) => file = new CountingWriter(output);

    /// <summary>Writes an index.</summary>
    /// <param name="output">Where to; it need not be able to seek.</param>
    /// <param name="postings">The terms in ordinal order with their postings.</param>
    /// <param name="rows">The rows of all documents.</param>
    public static void Write(Stream output, IEnumerable<(string Term, PostingsBuilder Postings)> postings, List<DocumentRow> rows)
    {
        var writer = new IndexWriter(output);
        writer.file.Write(IndexLayout.Magic);
        foreach (var (term, builder) in postings)
            writer.Add(term, builder);
        writer.Finish(rows);
    }

    private void Add(string term, PostingsBuilder postings)
    {
        var first = terms++ % IndexLayout.BlockSize == 0;
        if (first)
        {
            blocks.Add(dictionary.Length);
            dictionary.Add(BitConverter.GetBytes(file.Length));
        }

        AddToDictionary(first ? "" : before, term, postings);
        before = term;
        file.Write(postings.Skips.Written);
        file.Write(postings.Scores.Written);
        file.Write(postings.Zones.Written);
        file.Write(postings.Positions.Written);
    }

    // Only what differs from the term before is written.
    private void AddToDictionary(string previous, string term, PostingsBuilder postings)
    {
        var shared = previous.AsSpan().CommonPrefixLength(term);
        var rest = Encoding.UTF8.GetBytes(term[shared..]);
        VarInt.Write(dictionary, shared);
        VarInt.Write(dictionary, rest.Length);
        dictionary.Add(rest);
        VarInt.Write(dictionary, postings.Documents);
        dictionary.Add(BitConverter.GetBytes(postings.LeastWords));
        VarInt.Write(dictionary, postings.Skips.Length);
        VarInt.Write(dictionary, postings.Scores.Length);
        VarInt.Write(dictionary, postings.Zones.Length);
        VarInt.Write(dictionary, postings.Positions.Length);
    }

    private void Finish(List<DocumentRow> rows)
    {
        var start = file.Length;
        file.Write(dictionary.Written);
        blocks.Add(dictionary.Length);
        var blockOffsets = file.Length;
        file.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(blocks.ConvertAll(block => start + block))));
        file.Align(8);
        var rowOffset = file.Length;
        file.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(rows)));
        WriteFooter(new IndexFooter(
            Analyzer.Fingerprint, rows.Count, rows.Sum(static row => (double)row.Words), rows.Sum(static row => (double)row.WeightedWords), start,
            blockOffsets, blocks.Count, rowOffset));
    }

    private void WriteFooter(IndexFooter footer)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
            footer.Write(writer);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, (int)bytes.Length);
        file.Write(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        file.Write(length);
        file.Write(IndexLayout.Magic);
    }
}

/// <summary>A stream to write to that knows how many bytes went out, whether or not it can seek.</summary>
internal sealed class CountingWriter(Stream output)
{
    public long Length { get; private set; }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        output.Write(bytes);
        Length += bytes.Length;
    }

    public void Align(int size) => Write(new byte[(size - (int)(Length % size)) % size]);
}
