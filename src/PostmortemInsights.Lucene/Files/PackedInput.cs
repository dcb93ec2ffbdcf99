using System.IO.MemoryMappedFiles;
using Lucene.Net.Store;

namespace PostmortemInsights.Lucene.Files;

/// <summary>Reads one of the files of a <see cref="PackedDirectory"/>.</summary>
/// <param name="name">The file's name, for messages.</param>
/// <param name="view">The whole directory.</param>
/// <param name="start">Where the file begins in it.</param>
/// <param name="length">The file's length in bytes.</param>
internal sealed class PackedInput(string name, MemoryMappedViewAccessor view, long start, long length) : BufferedIndexInput(name)
{
    public override long Length => length;

    protected override void ReadInternal(byte[] b, int offset, int length)
    {
        if (Position + length > Length)
            throw new EndOfStreamException($"'{this}' ends before byte {Position + length}.");
        view.SafeMemoryMappedViewHandle.ReadSpan((ulong)(start + Position), b.AsSpan(offset, length));
    }

    protected override void SeekInternal(long pos)
    {
    }

    // The view is the directory's.
    protected override void Dispose(bool disposing)
    {
    }
}
