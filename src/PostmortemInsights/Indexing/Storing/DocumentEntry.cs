using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace PostmortemInsights.Indexing.Storing;

/// <summary>What a store remembers of a file of the corpus, so that it need not be read again.</summary>
/// <param name="Source">The path as given or found.</param>
/// <param name="Size">Size in bytes.</param>
/// <param name="LastWriteUtc">When it was last written.</param>
/// <param name="Hash">The first half of the content's SHA-256.</param>
/// <param name="Id">The incident's identifier; empty for a file that was left out.</param>
/// <param name="Note">Why the file was left out; empty for one that has a record.</param>
internal sealed record DocumentEntry(string Source, long Size, DateTime LastWriteUtc, UInt128 Hash, string Id, string Note)
{
    public bool HasRecord => Note.Length == 0;

    public static UInt128 HashOf(ReadOnlySpan<byte> content) => BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(content));

    public static void WriteAll(Stream stream, IReadOnlyCollection<DocumentEntry> entries)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        Span<byte> hash = stackalloc byte[16];
        writer.Write(entries.Count);
        foreach (var entry in entries)
        {
            writer.Write(entry.Source);
            writer.Write(entry.Size);
            writer.Write(entry.LastWriteUtc.Ticks);
            BinaryPrimitives.WriteUInt128LittleEndian(hash, entry.Hash);
            writer.Write(hash);
            writer.Write(entry.Id);
            writer.Write(entry.Note);
        }
    }

    /// <summary>Reads what <see cref="WriteAll"/> wrote; the file must have been checked.</summary>
    public static List<DocumentEntry> ReadAll(SafeFileHandle file)
    {
        var bytes = new byte[RandomAccess.GetLength(file)];
        StoreFiles.ReadFully(file, bytes, 0);
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        var entries = new List<DocumentEntry>();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            entries.Add(new DocumentEntry(
                reader.ReadString(),
                reader.ReadInt64(),
                new DateTime(reader.ReadInt64(), DateTimeKind.Utc),
                BinaryPrimitives.ReadUInt128LittleEndian(reader.ReadBytes(16)),
                reader.ReadString(),
                reader.ReadString()));
        }

        return entries;
    }
}
