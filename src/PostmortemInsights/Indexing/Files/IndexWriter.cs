using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using PostmortemInsights.Indexing.Words;

namespace PostmortemInsights.Indexing.Files;

/// <summary>Builds an index in one pass over the records; only the compressed postings stay in memory.</summary>
internal sealed class IndexWriter
{
    private readonly Dictionary<string, PostingsBuilder> terms = new(StringComparer.Ordinal);
    private readonly List<DocumentRow> rows = [];
    private readonly List<string> sources = [];

    public void Add(DocumentPostings document)
    {
        foreach (var term in document.Terms)
        {
            ref var postings = ref CollectionsMarshal.GetValueRefOrAddDefault(terms, term.Term, out _);
            postings ??= new PostingsBuilder();
            postings.Add(rows.Count, CollectionsMarshal.AsSpan(term.Places), DocumentTerms.HasPositions(term.Term));
        }

        rows.Add(document.Row);
        sources.Add(document.Source);
    }

    public void Write(Stream output)
    {
        RankSources();
        var file = new CountingWriter(output);
        file.Write(IndexLayout.Magic);
        var sorted = terms.Keys.ToArray();
        Array.Sort(sorted, StringComparer.Ordinal);
        var offsets = WritePostings(file, sorted);
        var dictionary = file.Length;
        var blocks = WriteTerms(file, sorted, offsets);
        var blockOffsets = file.Length;
        file.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(blocks)));
        file.Align(8);
        var rowOffset = file.Length;
        file.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(rows)));
        WriteFooter(file, new IndexFooter(
            Analyzer.Fingerprint, rows.Count, rows.Sum(row => (double)row.Words), rows.Sum(row => (double)row.WeightedWords), dictionary,
            blockOffsets, blocks.Count, rowOffset));
    }

    private void RankSources()
    {
        var order = Enumerable.Range(0, sources.Count).ToArray();
        Array.Sort(order, (a, b) => string.CompareOrdinal(sources[a], sources[b]) is var by && by != 0 ? by : a.CompareTo(b));
        for (var rank = 0; rank < order.Length; rank++)
            CollectionsMarshal.AsSpan(rows)[order[rank]].SourceRank = rank;
    }

    private long[] WritePostings(CountingWriter file, string[] sorted)
    {
        var offsets = new long[sorted.Length];
        for (var i = 0; i < sorted.Length; i++)
        {
            offsets[i] = file.Length;
            var postings = terms[sorted[i]];
            file.Write(postings.Skips.Written);
            file.Write(postings.Scores.Written);
            file.Write(postings.Zones.Written);
            file.Write(postings.Positions.Written);
        }

        return offsets;
    }

    private List<long> WriteTerms(CountingWriter file, string[] sorted, long[] offsets)
    {
        var blocks = new List<long>();
        var buffer = new ByteBuffer();
        for (var i = 0; i < sorted.Length; i++)
        {
            var first = i % IndexLayout.BlockSize == 0;
            if (first)
            {
                blocks.Add(file.Length);
                buffer.Add(BitConverter.GetBytes(offsets[i]));
            }

            WriteTerm(buffer, first ? "" : sorted[i - 1], sorted[i], terms[sorted[i]]);
            file.Write(buffer.Written);
            buffer.Clear();
        }

        blocks.Add(file.Length);
        return blocks;
    }

    // Only what differs from the term before is written.
    private static void WriteTerm(ByteBuffer buffer, string before, string term, PostingsBuilder postings)
    {
        var shared = before.AsSpan().CommonPrefixLength(term);
        var rest = Encoding.UTF8.GetBytes(term[shared..]);
        VarInt.Write(buffer, shared);
        VarInt.Write(buffer, rest.Length);
        buffer.Add(rest);
        VarInt.Write(buffer, postings.Documents);
        VarInt.Write(buffer, postings.Skips.Length);
        VarInt.Write(buffer, postings.Scores.Length);
        VarInt.Write(buffer, postings.Zones.Length);
        VarInt.Write(buffer, postings.Positions.Length);
    }

    private static void WriteFooter(CountingWriter file, IndexFooter footer)
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
