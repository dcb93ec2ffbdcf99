using System.Buffers;
using Microsoft.Win32.SafeHandles;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Indexing.Storing;

/// <summary>Open record files; they stay readable when a writer deletes them.</summary>
internal sealed class RecordFiles : IDisposable
{
    private readonly string _directory;
    private readonly Dictionary<string, SafeFileHandle> _files = new(StringComparer.Ordinal);

    public RecordFiles(string directory, IEnumerable<StoreFile> files)
    {
        _directory = directory;
        try
        {
            foreach (var file in files)
                _files.Add(file.Name, StoreFiles.Open(directory, file));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Reads a record and checks it.</summary>
    /// <exception cref="StoreDamagedException">Its bytes are not those that were written.</exception>
    public Incident Read(RecordPlace place, bool withText = true)
    {
        var length = withText ? place.Head.Length + place.Text.Length : place.Head.Length;
        var bytes = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            Read(place, bytes.AsSpan(0, length), place.Offset + place.Excerpt.Length);
            return Decode(place, bytes.AsSpan(0, place.Head.Length), bytes.AsSpan(place.Head.Length, length - place.Head.Length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>Reads a record's excerpt and checks it.</summary>
    /// <exception cref="StoreDamagedException">Its bytes are not those that were written.</exception>
    public byte[] ReadExcerpt(RecordPlace place)
    {
        var bytes = new byte[place.Excerpt.Length];
        Read(place, bytes, place.Offset);
        return Checksum.Of(bytes) == place.Excerpt.Checksum ? bytes : throw Damaged(place);
    }

    /// <summary>A whole record as it stands in the file.</summary>
    public EncodedRecord ReadEncoded(RecordPlace place)
    {
        var bytes = new byte[place.Length];
        Read(place, bytes, place.Offset);
        var rest = bytes.AsMemory(place.Excerpt.Length);
        return new EncodedRecord(bytes.AsMemory(0, place.Excerpt.Length), rest[..place.Head.Length], rest[place.Head.Length..]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var file in _files.Values)
            file.Dispose();
    }

    private Incident Decode(RecordPlace place, ReadOnlySpan<byte> head, ReadOnlySpan<byte> text)
    {
        if (Checksum.Of(head) != place.Head.Checksum || (!text.IsEmpty && Checksum.Of(text) != place.Text.Checksum))
            throw Damaged(place);
        try
        {
            return EncodedRecord.Decode(head, text);
        }
        catch (InvalidDataException problem)
        {
            throw Damaged(place, problem);
        }
    }

    private void Read(RecordPlace place, Span<byte> bytes, long offset)
    {
        if (!StoreFiles.ReadFully(_files[place.File], bytes, offset))
            throw Damaged(place);
    }

    private StoreDamagedException Damaged(RecordPlace place, Exception? problem = null) =>
        new(Path.Join(_directory, place.File), $"is damaged: the record at byte {place.Offset} differs from what was written", problem);
}
