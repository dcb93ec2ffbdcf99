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
        var bytes = ReadBytes(place, withText ? place.HeadLength + place.TextLength : place.HeadLength);
        var text = bytes.AsSpan(place.HeadLength);
        var isSound = Checksum.Of(bytes.AsSpan(0, place.HeadLength)) == place.HeadChecksum && (!withText || Checksum.Of(text) == place.TextChecksum);
        if (!isSound)
            throw Damaged(place);
        try
        {
            return EncodedRecord.Decode(bytes.AsSpan(0, place.HeadLength), text);
        }
        catch (InvalidDataException problem)
        {
            throw Damaged(place, problem);
        }
    }

    /// <summary>The bytes of a whole record as they stand in the file.</summary>
    public byte[] ReadBytes(RecordPlace place) => ReadBytes(place, place.HeadLength + place.TextLength);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var file in _files.Values)
            file.Dispose();
    }

    private byte[] ReadBytes(RecordPlace place, int length)
    {
        var bytes = new byte[length];
        return StoreFiles.ReadFully(_files[place.File], bytes, place.Offset) ? bytes : throw Damaged(place);
    }

    private StoreDamagedException Damaged(RecordPlace place, Exception? problem = null) =>
        new(Path.Join(_directory, place.File), $"is damaged: the record at byte {place.Offset} differs from what was written", problem);
}
