namespace PostmortemInsights.Indexing.Storing;

/// <summary>
/// Writes one new state beside the old one: new data files first, each flushed to the disk, and only then the manifest that names
/// them, by a rename. A process killed at any step leaves the old state or the new one, and files that the next writer sweeps away.
/// The folder's own entries are left to the system to write: after a power failure the manifest may be the old one and its files gone,
/// which is seen when the store is opened, and mended by reading the documents again.
/// </summary>
/// <param name="directory">The store's folder.</param>
/// <param name="step">Called before each step on the file system, for tests to stop there.</param>
internal sealed class StoreWriter(string directory, Action<string>? step) : IDisposable
{
    private const int BufferSize = 1 << 18;

    private FileStream? _records;
    private bool _isCommitted;

    public int Generation { get; } = 1 + Directory.EnumerateFiles(directory).Select(static path => StoreFiles.GenerationOf(Path.GetFileName(path)) ?? 0).DefaultIfEmpty().Max();

    /// <summary>Adds a record to this state's record file.</summary>
    public RecordPlace Append(EncodedRecord record)
    {
        var name = StoreFiles.NameOf(StoreFiles.Records, Generation);
        _records ??= Create(name);
        step?.Invoke($"append to {name}");
        var place = new RecordPlace(
            name, _records.Position, RecordPart.Of(record.Excerpt.Span), RecordPart.Of(record.Head.Span), RecordPart.Of(record.Text.Span));
        _records.Write(record.Excerpt.Span);
        _records.Write(record.Head.Span);
        _records.Write(record.Text.Span);
        return place;
    }

    /// <summary>Ends this state's record file; null if it has none.</summary>
    public StoreFile? FinishRecords()
    {
        if (_records is not { } records)
            return null;
        _records = null;
        return Finish(records);
    }

    /// <summary>Writes another data file of this state.</summary>
    public StoreFile Write(string kind, Action<Stream> write)
    {
        var file = Create(StoreFiles.NameOf(kind, Generation));
        try
        {
            write(file);
            return Finish(file);
        }
        finally
        {
            file.Dispose();
        }
    }

    /// <summary>Makes <paramref name="manifest"/> the state that readers see, and deletes what it does not name.</summary>
    public void Commit(StoreManifest manifest)
    {
        var path = Path.Join(directory, StoreManifest.FileName);
        using (var file = new FileStream(path + ".tmp", FileMode.Create, FileAccess.Write, FileShare.Read))
        {
            step?.Invoke("write the manifest");
            file.Write(manifest.ToBytes());
            file.Flush(flushToDisk: true);
        }

        step?.Invoke("replace the manifest");
        File.Move(path + ".tmp", path, overwrite: true);
        _isCommitted = true;
        step?.Invoke("sweep");
        Sweep(manifest);
    }

    /// <summary>Deletes the data files that <paramref name="manifest"/>, which must be the current one, does not name.</summary>
    public void Sweep(StoreManifest manifest)
    {
        var live = manifest.Files.Select(static file => file.Name).ToHashSet(StringComparer.Ordinal);
        Delete(name => name == StoreManifest.OlderFileName || (StoreFiles.GenerationOf(name) is not null && !live.Contains(name)));
    }

    /// <summary>Without <see cref="Commit"/>, deletes what was written.</summary>
    public void Dispose()
    {
        _records?.Dispose();
        if (!_isCommitted)
            Delete(name => StoreFiles.GenerationOf(name) == Generation || name == StoreManifest.FileName + ".tmp");
    }

    private FileStream Create(string name)
    {
        step?.Invoke($"create {name}");
        return new FileStream(Path.Join(directory, name), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read, BufferSize);
    }

    private StoreFile Finish(FileStream file)
    {
        using (file)
        {
            var name = Path.GetFileName(file.Name);
            step?.Invoke($"flush {name}");
            file.Flush(flushToDisk: true);
            return new StoreFile(name, file.Length, Checksum.Of(file.SafeFileHandle));
        }
    }

    // On Windows a file that a reader has open can't go yet; the next writer takes it.
    private void Delete(Predicate<string> isDeleted)
    {
        foreach (var path in Directory.GetFiles(directory).Where(path => isDeleted(Path.GetFileName(path))))
        {
            try
            {
                File.Delete(path);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
            }
        }
    }
}
