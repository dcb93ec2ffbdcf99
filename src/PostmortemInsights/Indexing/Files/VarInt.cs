namespace PostmortemInsights.Indexing.Files;

/// <summary>Whole numbers in one to five bytes, seven bits each, the low ones first.</summary>
internal static class VarInt
{
    // Nearly all numbers of an index are small.
    public static int Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        var first = bytes[at];
        if (first >= 0x80)
            return ReadLong(bytes, ref at);
        at++;
        return first;
    }

    private static int ReadLong(ReadOnlySpan<byte> bytes, ref int at)
    {
        var value = 0;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var next = bytes[at++];
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }

        throw new InvalidDataException("The index holds a number that never ends.");
    }

    public static void Write(ByteBuffer buffer, int value)
    {
        var rest = (uint)value;
        while (rest >= 0x80)
        {
            buffer.Add((byte)((rest & 0x7F) | 0x80));
            rest >>= 7;
        }

        buffer.Add((byte)rest);
    }
}

/// <summary>Bytes that grow at the end.</summary>
internal sealed class ByteBuffer
{
    private byte[] bytes = [];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    /// <summary>Makes room for so many bytes; only before the first is added.</summary>
    public void Expect(int length) => bytes = GC.AllocateUninitializedArray<byte>(length);

    public void Add(byte value)
    {
        if (Length == bytes.Length)
            Array.Resize(ref bytes, Math.Max(8, Length + (Length / 2)));
        bytes[Length++] = value;
    }

    public void Add(ReadOnlySpan<byte> values)
    {
        if (Length + values.Length > bytes.Length)
            Array.Resize(ref bytes, Math.Max(Length + values.Length, Length + (Length / 2)));
        values.CopyTo(bytes.AsSpan(Length));
        Length += values.Length;
    }

    public void Clear() => Length = 0;
}
