using System.Buffers.Binary;
using System.Numerics;
using Microsoft.Win32.SafeHandles;

namespace PostmortemInsights.Indexing.Storing;

/// <summary>CRC-32C (Castagnoli, RFC 3720), which processors compute by themselves: it finds damage, not forgery.</summary>
internal static class Checksum
{
    private const int BlockSize = 1 << 20;

    public static uint Of(ReadOnlySpan<byte> bytes) => ~Append(uint.MaxValue, bytes);

    /// <summary>The checksum of a whole file.</summary>
    public static uint Of(SafeFileHandle file)
    {
        var block = new byte[BlockSize];
        var state = uint.MaxValue;
        long offset = 0;
        for (int read; (read = RandomAccess.Read(file, block, offset)) > 0; offset += read)
            state = Append(state, block.AsSpan(0, read));
        return ~state;
    }

    private static uint Append(uint state, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            state = BitOperations.Crc32C(state, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var b in bytes)
            state = BitOperations.Crc32C(state, b);
        return state;
    }
}
