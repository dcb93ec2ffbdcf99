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
        var length = withText ? place.HeadLength + place.TextLength : place.HeadLength;
        var bytes = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            Read(place, bytes.AsSpan(0, length));
            return Decode(place, bytes.AsSpan(0, place.HeadLength), bytes.AsSpan(place.HeadLength, length - place.HeadLength));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>The bytes of a whole record as they stand in the file.</summary>
    public byte[] ReadBytes(RecordPlace place)
    {
        var bytes = new byte[place.HeadLength + place.TextLength];
        Read(place, bytes);
        return bytes;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var file in _files.Values)
            file.Dispose();
    }

    private Incident Decode(RecordPlace place, ReadOnlySpan<byte> head, ReadOnlySpan<byte> text)
    {
        if (Checksum.Of(head) != place.HeadChecksum || (!text.IsEmpty && Checksum.Of(text) != place.TextChecksum))
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

    private void Read(RecordPlace place, Span<byte> bytes)
    {
        if (!StoreFiles.ReadFully(_files[place.File], bytes, place.Offset))
            throw Damaged(place);
    }

    private StoreDamagedException Damaged(RecordPlace place, Exception? problem = null) =>
        new(Path.Join(_directory, place.File), $"is damaged: the record at byte {place.Offset} differs from what was written", problem);
}
