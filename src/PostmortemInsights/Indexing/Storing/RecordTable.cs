using System.Buffers.Binary;
using System.Collections.Immutable;

namespace PostmortemInsights.Indexing.Storing;

/// <summary>Where a record stands: first its fields, then its text as UTF-8, each with its checksum.</summary>
internal readonly record struct RecordPlace(string File, long Offset, int HeadLength, int TextLength, uint HeadChecksum, uint TextChecksum)
{
    public long Length => (long)HeadLength + TextLength;
}

/// <summary>The places of all records as rows of one width, so that the place of the n-th is found without reading the others.</summary>
internal static class RecordTable
{
    /// <summary>Bytes a row; the last four are the checksum of the others.</summary>
    public const int RowSize = 32;

    private const int ChecksumAt = 28;

    public static void Write(Stream stream, IEnumerable<RecordPlace> places, ImmutableArray<StoreFile> files)
    {
        var numbers = files.Select(static (file, number) => (file.Name, number)).ToDictionary(static f => f.Name, static f => f.number, StringComparer.Ordinal);
        Span<byte> row = stackalloc byte[RowSize];
        foreach (var place in places)
        {
            BinaryPrimitives.WriteInt32LittleEndian(row, numbers[place.File]);
            BinaryPrimitives.WriteInt64LittleEndian(row[4..], place.Offset);
            BinaryPrimitives.WriteInt32LittleEndian(row[12..], place.HeadLength);
            BinaryPrimitives.WriteInt32LittleEndian(row[16..], place.TextLength);
            BinaryPrimitives.WriteUInt32LittleEndian(row[20..], place.HeadChecksum);
            BinaryPrimitives.WriteUInt32LittleEndian(row[24..], place.TextChecksum);
            BinaryPrimitives.WriteUInt32LittleEndian(row[ChecksumAt..], Checksum.Of(row[..ChecksumAt]));
            stream.Write(row);
        }
    }

    /// <summary>Reads a row; null if it is damaged.</summary>
    public static RecordPlace? ReadRow(ReadOnlySpan<byte> row, ImmutableArray<StoreFile> files)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(row[ChecksumAt..]) != Checksum.Of(row[..ChecksumAt]))
            return null;
        return new RecordPlace(
            files[BinaryPrimitives.ReadInt32LittleEndian(row)].Name,
            BinaryPrimitives.ReadInt64LittleEndian(row[4..]),
            BinaryPrimitives.ReadInt32LittleEndian(row[12..]),
            BinaryPrimitives.ReadInt32LittleEndian(row[16..]),
            BinaryPrimitives.ReadUInt32LittleEndian(row[20..]),
            BinaryPrimitives.ReadUInt32LittleEndian(row[24..]));
    }
}
