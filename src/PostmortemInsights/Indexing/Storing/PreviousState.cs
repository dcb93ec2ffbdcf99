using PostmortemInsights.Reading;

namespace PostmortemInsights.Indexing.Storing;

/// <summary>A document of a store: what is known of its file, and where its record is.</summary>
/// <param name="Entry">The file.</param>
/// <param name="Place">The record; null for a file that was left out.</param>
/// <param name="PreviousOrdinal">Its number in the store before; -1 for a new or changed one.</param>
internal sealed record StoredDocument(DocumentEntry Entry, RecordPlace? Place, int PreviousOrdinal);

/// <summary>What of the state before an ingest can be used, every byte of it checked.</summary>
internal sealed class PreviousState
{
    // File systems count time in steps of up to two seconds, so a file may change after it was read and still show the same time.
    private static readonly TimeSpan ClockStep = TimeSpan.FromSeconds(2);

    private readonly DateTime _writtenUtc;
    private readonly Dictionary<string, StoredDocument> _documents = new(StringComparer.Ordinal);

    private PreviousState(StoreManifest? manifest, DateTime writtenUtc, List<StoredDocument> documents, bool isIndexSound)
    {
        (Manifest, _writtenUtc, Documents, IsIndexSound) = (manifest, writtenUtc, documents, isIndexSound);
        foreach (var document in documents)
            _documents.Add(document.Entry.Source, document);
    }

    /// <summary>The manifest, if anything of its state can be used.</summary>
    public StoreManifest? Manifest { get; }

    /// <summary>The documents whose records are sound, in the order of their sources.</summary>
    public IReadOnlyList<StoredDocument> Documents { get; }

    /// <summary>Whether the index is sound and of the engine that is wanted.</summary>
    public bool IsIndexSound { get; }

    /// <summary>The document of this source; null if it is not known.</summary>
    public StoredDocument? Find(string source) => _documents.GetValueOrDefault(source);

    /// <summary>Whether size and time say that the file is still the one that was read; if not, its content must be looked at.</summary>
    public bool IsUnchanged(StoredDocument known, FoundFile file) =>
        known.Entry.Size == file.Size && known.Entry.LastWriteUtc == file.LastWriteUtc && file.LastWriteUtc <= _writtenUtc - ClockStep;

    /// <summary>Reads what can be used for <paramref name="pipeline"/>, and adds a line to <paramref name="notes"/> for what can't.</summary>
    public static PreviousState Load(string directory, IngestPipeline pipeline, List<string> notes)
    {
        try
        {
            if (StoreManifest.Read(directory) is not { } manifest)
                return Nothing;
            if (manifest.Pipeline == pipeline.Version)
                return Load(directory, manifest, pipeline.Engine, notes);
            notes.Add("The parser or its model has changed since the last ingest: every document is read anew.");
        }
        catch (StoreDamagedException problem)
        {
            notes.Add($"{problem.Path} {problem.What}: every document is read anew.");
        }

        return Nothing;
    }

    private static PreviousState Nothing => new(null, default, [], isIndexSound: false);

    private static PreviousState Load(string directory, StoreManifest manifest, string engine, List<string> notes)
    {
        var written = File.GetLastWriteTimeUtc(Path.Join(directory, StoreManifest.FileName));
        var documents = LoadDocuments(directory, manifest);
        foreach (var file in manifest.Records)
        {
            if (ProblemOf(directory, file) is not { } problem)
                continue;
            var lost = documents.RemoveAll(document => document.Place?.File == file.Name);
            notes.Add($"{problem}: {(lost == 1 ? "its document is" : $"its {lost} documents are")} read anew.");
        }

        return new PreviousState(manifest, written, documents, IsIndexUsable(directory, manifest, engine, notes));
    }

    private static List<StoredDocument> LoadDocuments(string directory, StoreManifest manifest)
    {
        using var table = StoreFiles.OpenChecked(directory, manifest.Table);
        using var documents = StoreFiles.OpenChecked(directory, manifest.Documents);
        var rows = new byte[manifest.Table.Length];
        StoreFiles.ReadFully(table, rows, 0);
        var ordinal = 0;
        return [.. DocumentEntry.ReadAll(documents).Select(entry => entry.HasRecord
            ? new StoredDocument(entry, RecordTable.ReadRow(rows.AsSpan(ordinal * RecordTable.RowSize), manifest.Records), ordinal++)
            : new StoredDocument(entry, null, -1))];
    }

    private static bool IsIndexUsable(string directory, StoreManifest manifest, string engine, List<string> notes)
    {
        if (manifest.Engine != engine)
        {
            notes.Add($"The index is of the engine {manifest.Engine}: it is built anew for {engine}.");
            return false;
        }

        if (ProblemOf(directory, manifest.Index) is not { } problem)
            return true;
        notes.Add($"{problem}: it is built anew.");
        return false;
    }

    private static string? ProblemOf(string directory, StoreFile file)
    {
        try
        {
            StoreFiles.OpenChecked(directory, file).Dispose();
            return null;
        }
        catch (StoreDamagedException problem)
        {
            return $"{problem.Path} {problem.What}";
        }
    }
}
