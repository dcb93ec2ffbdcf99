using System.IO.MemoryMappedFiles;
using Microsoft.Win32.SafeHandles;
using PostmortemInsights.Incidents;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Indexing.Storing;

/// <summary>
/// A folder that holds the incidents of a corpus and their index. An open store is one state of it, whole, whatever writers do
/// meanwhile; it may be read by several threads. Everything in it is made from the documents, and deleting it loses nothing.
/// </summary>
public sealed class Store : IDisposable
{
    private readonly StoreManifest _manifest;
    private readonly RecordFiles _records;
    private readonly SafeFileHandle _table;
    private readonly SafeFileHandle _documents;
    private readonly SafeFileHandle _index;
    private readonly Lazy<Dictionary<string, int>> _ordinals;

    private Store(string directory, StoreManifest manifest)
    {
        Directory = directory;
        _manifest = manifest;
        _records = new RecordFiles(directory, manifest.Records);
        try
        {
            _table = StoreFiles.Open(directory, manifest.Table);
            _documents = StoreFiles.Open(directory, manifest.Documents);
            _index = StoreFiles.Open(directory, manifest.Index);
        }
        catch
        {
            Dispose();
            throw;
        }

        _ordinals = new Lazy<Dictionary<string, int>>(ReadOrdinals);
    }

    /// <summary>The store's folder.</summary>
    public string Directory { get; }

    /// <summary>Number of incidents; they are numbered from 0 in ordinal order of their sources.</summary>
    public int Count => _manifest.Count;

    /// <summary>The name and version of the engine that wrote the index.</summary>
    public string Engine => _manifest.Engine;

    /// <summary>The version of what made the records: parser, rules and models.</summary>
    public string Pipeline => _manifest.Pipeline;

    /// <summary>Opens the store in <paramref name="directory"/>. Lengths are checked here, bytes as they are read; see <see cref="Verify"/>.</summary>
    /// <param name="directory">The store's folder.</param>
    /// <param name="engine">The engine whose index is wanted; null for any.</param>
    /// <exception cref="StoreException">There is no store, or it can't be read.</exception>
    /// <exception cref="StoreDamagedException">It is damaged, or was written by another version or engine.</exception>
    public static Store Open(string directory, string? engine = null)
    {
        for (var manifest = ReadManifest(directory); ;)
        {
            if (engine is not null && engine != manifest.Engine)
                throw new StoreDamagedException(PathOf(directory), $"is of the engine {manifest.Engine}, and {engine} is wanted");
            try
            {
                return new Store(directory, manifest);
            }
            catch (StoreDamagedException)
            {
                // A writer may have replaced the state between the reading of the manifest and the opening of its files.
                var now = ReadManifest(directory);
                if (now.Generation == manifest.Generation)
                    throw;
                manifest = now;
            }
        }
    }

    /// <summary>
    /// Brings the store in <paramref name="directory"/> up to the documents below <paramref name="paths"/>: reads what is new or has
    /// changed, and removes what is gone. Until it is done, and if it fails, readers have the state before.
    /// </summary>
    /// <exception cref="StoreException">It can't be written; the state before is intact.</exception>
    /// <exception cref="StoreBusyException">Another process is writing to it.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the state before is intact.</exception>
    public static IngestResult Ingest(
        string directory,
        IEnumerable<string> paths,
        IngestPipeline pipeline,
        IProgress<IngestProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(pipeline);
        return new Ingest(directory, pipeline, progress, cancellation).Run(paths);
    }

    /// <summary>Reads every byte of the store and says what does not match; nothing if it is sound.</summary>
    /// <exception cref="StoreException">There is no store.</exception>
    public static IReadOnlyList<string> Verify(string directory)
    {
        try
        {
            return [.. ReadManifest(directory).Files.Select(file => ProblemOf(directory, file)).OfType<string>()];
        }
        catch (StoreDamagedException problem)
        {
            return [problem.Message];
        }
    }

    /// <summary>The incident with this number.</summary>
    /// <param name="ordinal">From 0 to <see cref="Count"/>, exclusive.</param>
    /// <param name="withText">False leaves <see cref="Incident.Text"/> empty and saves reading it.</param>
    /// <exception cref="StoreDamagedException">The record is damaged.</exception>
    public Incident Read(int ordinal, bool withText = true) => _records.Read(PlaceOf(ordinal), withText);

    /// <summary>All incidents by number, read ahead on all processors.</summary>
    /// <param name="withText">False leaves <see cref="Incident.Text"/> empty and saves reading it.</param>
    /// <param name="cancellation">Stops between two incidents.</param>
    /// <exception cref="StoreDamagedException">A record is damaged.</exception>
    public IEnumerable<Incident> ReadAll(bool withText = true, CancellationToken cancellation = default) =>
        Enumerable.Range(0, Count).SelectInOrder(ordinal => Read(ordinal, withText), cancellation);

    /// <summary>The excerpt of the incident with this number, as <see cref="IngestPipeline.Excerpt"/> made it.</summary>
    /// <param name="ordinal">From 0 to <see cref="Count"/>, exclusive.</param>
    /// <exception cref="StoreDamagedException">The record is damaged.</exception>
    public byte[] ReadExcerpt(int ordinal) => _records.ReadExcerpt(PlaceOf(ordinal));

    /// <summary>The excerpts of all incidents by number, each read when it is asked for.</summary>
    /// <param name="cancellation">Stops between two excerpts.</param>
    /// <exception cref="StoreDamagedException">A record is damaged.</exception>
    public IEnumerable<byte[]> ReadExcerpts(CancellationToken cancellation = default)
    {
        for (var ordinal = 0; ordinal < Count; ordinal++)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return ReadExcerpt(ordinal);
        }
    }

    /// <summary>The number of the incident with this identifier or source; null if there is none.</summary>
    /// <exception cref="StoreDamagedException">The list of documents is damaged.</exception>
    public int? Find(string idOrSource) => _ordinals.Value.TryGetValue(idOrSource, out var ordinal) ? ordinal : null;

    /// <summary>Length of the index in bytes.</summary>
    public long IndexLength => _manifest.Index.Length;

    /// <summary>The index as its engine wrote it, as a memory map; dispose of it before the store.</summary>
    public MemoryMappedFile MapIndex() =>
        MemoryMappedFile.CreateFromFile(_index, mapName: null, capacity: 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);

    /// <inheritdoc/>
    public void Dispose()
    {
        _records.Dispose();
        _table?.Dispose();
        _documents?.Dispose();
        _index?.Dispose();
    }

    private static string PathOf(string directory) => Path.Join(directory, StoreManifest.FileName);

    private static StoreManifest ReadManifest(string directory) => StoreManifest.Read(directory)
        ?? throw new StoreException($"There is no store in {directory}. Run ingest to make one.");

    private static string? ProblemOf(string directory, StoreFile file)
    {
        try
        {
            StoreFiles.OpenChecked(directory, file).Dispose();
            return null;
        }
        catch (StoreException problem)
        {
            return problem.Message;
        }
    }

    private RecordPlace PlaceOf(int ordinal)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ordinal);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(ordinal, Count);
        Span<byte> row = stackalloc byte[RecordTable.RowSize];
        return StoreFiles.ReadFully(_table, row, (long)ordinal * RecordTable.RowSize) && RecordTable.ReadRow(row, _manifest.Records) is { } place
            ? place
            : throw new StoreDamagedException(Path.Join(Directory, _manifest.Table.Name), $"is damaged: the checksum of row {ordinal} differs");
    }

    private Dictionary<string, int> ReadOrdinals()
    {
        if (Checksum.Of(_documents) != _manifest.Documents.Checksum)
            throw new StoreDamagedException(Path.Join(Directory, _manifest.Documents.Name), "is damaged: its checksum differs");

        var ordinals = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (ordinal, entry) in DocumentEntry.ReadAll(_documents).Where(static entry => entry.HasRecord).Index())
        {
            ordinals.TryAdd(entry.Source, ordinal);
            ordinals.TryAdd(entry.Id, ordinal);
        }

        return ordinals;
    }
}
