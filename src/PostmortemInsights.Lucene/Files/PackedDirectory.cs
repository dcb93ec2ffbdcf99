using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;
using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Store;
using PostmortemInsights.Indexing.Words;
using Directory = Lucene.Net.Store.Directory;

namespace PostmortemInsights.Lucene.Files;

/// <summary>
/// A Lucene directory in one file that never changes, memory-mapped: the bytes of all its files, then a footer with their names and
/// lengths, the footer's length, and the magic. It is written whole and then only read, so it needs no lock.
/// </summary>
internal sealed class PackedDirectory : BaseDirectory
{
    private readonly MemoryMappedFile map;
    private readonly MemoryMappedViewAccessor view;
    private readonly Dictionary<string, (long Offset, long Length)> files = new(StringComparer.Ordinal);

    /// <summary>Takes over the map of a packed directory.</summary>
    /// <exception cref="InvalidDataException">It is none, or was built with other word lists.</exception>
    public PackedDirectory(MemoryMappedFile map, long length)
    {
        this.map = map;
        view = map.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        SetLockFactory(NoLockFactory.GetNoLockFactory());
        ReadFooter(length);
    }

    /// <summary>Marks the end of a packed directory, and names its form.</summary>
    public static ReadOnlySpan<byte> Magic => "PMLUCEN1"u8;

    /// <summary>Writes all files of a directory to a stream.</summary>
    public static void Pack(Directory directory, Stream output)
    {
        using var footer = new MemoryStream();
        using var writer = new BinaryWriter(footer, Encoding.UTF8);
        var names = directory.ListAll().Where(static name => name != IndexWriter.WRITE_LOCK_NAME).Order(StringComparer.Ordinal).ToList();
        writer.Write(Analyzer.Fingerprint);
        writer.Write(names.Count);
        foreach (var name in names)
        {
            using var input = directory.OpenInput(name, IOContext.READ_ONCE);
            new OutputStreamDataOutput(output).CopyBytes(input, input.Length);
            writer.Write(name);
            writer.Write(input.Length);
        }

        writer.Write((int)footer.Length);
        writer.Write(Magic);
        output.Write(footer.ToArray());
    }

    public override string[] ListAll() => [.. files.Keys];

    [Obsolete("Lucene asks for it, and will not in its next version.")]
    public override bool FileExists(string name) => files.ContainsKey(name);

    public override long FileLength(string name) => Find(name).Length;

    public override IndexInput OpenInput(string name, IOContext context)
    {
        EnsureOpen();
        var (offset, length) = Find(name);
        return new PackedInput(name, view, offset, length);
    }

    public override void DeleteFile(string name) => throw NeverChanges();

    public override IndexOutput CreateOutput(string name, IOContext context) => throw NeverChanges();

    public override void Sync(ICollection<string> names) => throw NeverChanges();

    protected override void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        IsOpen = false;
        view.Dispose();
        map.Dispose();
    }

    private static NotSupportedException NeverChanges() => new("A packed index never changes.");

    private (long Offset, long Length) Find(string name) =>
        files.TryGetValue(name, out var file) ? file : throw new FileNotFoundException($"The index has no file '{name}'.", name);

    private void ReadFooter(long length)
    {
        var tail = Read(length - sizeof(int) - Magic.Length, sizeof(int) + Magic.Length);
        if (!tail.AsSpan(sizeof(int)).SequenceEqual(Magic))
            throw new InvalidDataException("its end is missing or of another version.");
        var size = BinaryPrimitives.ReadInt32LittleEndian(tail);
        using var reader = new BinaryReader(new MemoryStream(Read(length - tail.Length - size, size)));
        if (reader.ReadString() != Analyzer.Fingerprint)
            throw new InvalidDataException("it was built with other word lists.");
        var offset = 0L;
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var (name, bytes) = (reader.ReadString(), reader.ReadInt64());
            files.Add(name, (offset, bytes));
            offset += bytes;
        }
    }

    private byte[] Read(long offset, int count)
    {
        var bytes = new byte[count];
        view.SafeMemoryMappedViewHandle.ReadSpan(checked((ulong)offset), bytes.AsSpan());
        return bytes;
    }
}
