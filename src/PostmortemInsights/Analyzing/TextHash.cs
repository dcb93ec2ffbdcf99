using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace PostmortemInsights.Analyzing;

/// <summary>The SHA-256 of a text: texts that are the same have the same. In order as its hexadecimal digits are, which take more room.</summary>
internal sealed class TextHash : IComparable<TextHash>, IEquatable<TextHash>
{
    private readonly byte[] _bytes;

    // Tells nearly all apart, without a look at the rest.
    private readonly ulong _start;

    private TextHash(byte[] bytes) => (_bytes, _start) = (bytes, BinaryPrimitives.ReadUInt64BigEndian(bytes));

    /// <summary>Its bytes.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>The hash of a text.</summary>
    public static TextHash Of(string text) => new(SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan())));

    /// <summary>A hash from its bytes.</summary>
    public static TextHash Read(ReadOnlySpan<byte> bytes) => new(bytes.ToArray());

    /// <inheritdoc/>
    public int CompareTo(TextHash? other)
    {
        if (other is null)
            return 1;
        return _start != other._start ? _start.CompareTo(other._start) : Bytes.SequenceCompareTo(other.Bytes);
    }

    /// <inheritdoc/>
    public bool Equals(TextHash? other) => other is not null && CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TextHash);

    /// <inheritdoc/>
    public override int GetHashCode() => _start.GetHashCode();

    /// <summary>Its hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(_bytes);
}
