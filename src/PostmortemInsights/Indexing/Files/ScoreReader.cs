using System.Buffers;

namespace PostmortemInsights.Indexing.Files;

/// <summary>Walks the documents of one term with their weighted frequencies and nothing else: what ranking reads.</summary>
internal ref struct ScoreReader
{
    private readonly byte[] rented;
    private readonly ReadOnlySpan<byte> bytes;
    private int at;

    public ScoreReader(IndexFile file, TermEntry term)
    {
        rented = ArrayPool<byte>.Shared.Rent(term.ScoresLength);
        file.Read(term.ScoresOffset, rented.AsSpan(0, term.ScoresLength));
        bytes = rented.AsSpan(0, term.ScoresLength);
        Document = -1;
    }

    public int Document { get; private set; }

    /// <summary>The frequency in the current document, weighted by zones, in halves.</summary>
    public int Halves { get; private set; }

    public bool Next()
    {
        if (at == bytes.Length)
            return false;
        Document += VarInt.Read(bytes, ref at);
        Halves = VarInt.Read(bytes, ref at);
        return true;
    }

    public readonly void Dispose() => ArrayPool<byte>.Shared.Return(rented);
}
