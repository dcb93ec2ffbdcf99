using System.Buffers;

namespace PostmortemInsights.Reporting;

/// <summary>Passes what is written on to a stream piece by piece: a <c>Utf8JsonWriter</c> over a stream keeps all that it writes until it is flushed.</summary>
/// <param name="stream">Where to.</param>
internal sealed class StreamBuffer(Stream stream) : IBufferWriter<byte>
{
    private const int PieceLength = 1 << 16;
    private byte[] piece = new byte[PieceLength];

    public void Advance(int count) => stream.Write(piece, 0, count);

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (sizeHint > piece.Length)
            piece = new byte[sizeHint];
        return piece;
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
}
