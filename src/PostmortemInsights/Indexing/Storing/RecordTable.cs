using System.Buffers.Binary;
using System.Collections.Immutable;

namespace PostmortemInsights.Indexing.Storing;

/// <summary>Where a record stands: first its excerpt, then its fields, then its text as UTF-8.</summary>
internal readonly record struct RecordPlace(string File, long Offset, RecordPart Excerpt, RecordPart Head, RecordPart Text)
{
    public long Length => (long)Excerpt.Length + Head.Length + Text.Length;
}

/// <summary>A part of a record.</summary>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Checksum">Their checksum.</param>
internal readonly record struct RecordPart(int Length, uint Checksum)
{
    public static RecordPart Of(ReadOnlySpan<byte> bytes) => new(bytes.Length, Storing.Checksum.Of(bytes));

    public void Write(Span<byte> row)
    {
        BinaryPrimitives.WriteInt32LittleEndian(row, Length);
        BinaryPrimitives.WriteUInt32LittleEndian(row[4..], Checksum);
    }

    public static RecordPart Read(ReadOnlySpan<byte> row) => new(BinaryPrimitives.ReadInt32LittleEndian(row), BinaryPrimitives.ReadUInt32LittleEndian(row[4..]));
}

/// <summary>The places of all records as rows of one width, so that the place of the n-th is found without reading the others.</summary>
internal static class RecordTable
{
    /// <summary>Bytes a row; the last four are the checksum of the others.</summary>
    public const int RowSize = 40;

    private const int ChecksumAt = 36;

    public static void Write(Stream stream, IEnumerable<RecordPlace> places, ImmutableArray<StoreFile> files)
    {
        var numbers = files.Select(static (file, number) => (file.Name, number)).ToDictionary(static f => f.Name, static f => f.number, StringComparer.Ordinal);
        Span<byte> row = stackalloc byte[RowSize];
        foreach (var place in places)
        {
            BinaryPrimitives.WriteInt32LittleEndian(row, numbers[place.File]);
            BinaryPrimitives.WriteInt64LittleEndian(row[4..], place.Offset);
            place.Excerpt.Write(row[12..]);
            place.Head.Write(row[20..]);
            place.Text.Write(row[28..]);
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
            RecordPart.Read(row[12..]),
            RecordPart.Read(row[20..]),
            RecordPart.Read(row[28..]));
    }
}
