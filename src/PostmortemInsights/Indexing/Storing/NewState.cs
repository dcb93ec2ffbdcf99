using System.Collections.Immutable;

namespace PostmortemInsights.Indexing.Storing;

/// <summary>The state that an ingest leaves: records that are kept where they are, new ones, and what is made from both.</summary>
internal sealed class NewState(string directory, IngestPipeline pipeline, PreviousState previous, List<StoredDocument> documents)
{
    // Each ingest adds one file for what has changed; beyond this number the small ones become one.
    private const int MaximumRecordFiles = 8;

    private ImmutableArray<StoreFile> OldFiles => previous.Manifest?.Records ?? [];

    /// <summary>Writes the state's data files; the manifest that names them is still to be committed.</summary>
    public StoreManifest Write(StoreWriter writer, Action<int> onIndexed, CancellationToken cancellation)
    {
        MoveRecords(FilesToRewrite(), writer);
        var places = documents.Select(static document => document.Place).OfType<RecordPlace>().ToList();
        var used = places.Select(static place => place.File).ToHashSet(StringComparer.Ordinal);
        var added = writer.FinishRecords();
        ImmutableArray<StoreFile> records = [.. OldFiles.Where(file => used.Contains(file.Name)), .. added is null ? (StoreFile[])[] : [added]];

        var table = writer.Write(StoreFiles.Table, stream => RecordTable.Write(stream, places, records));
        var entries = writer.Write(StoreFiles.Documents, stream => DocumentEntry.WriteAll(stream, [.. documents.Select(static document => document.Entry)]));
        using var files = new RecordFiles(directory, records);
        var source = new IndexSource(places.Count, ordinal => files.Read(places[ordinal]), PreviousIndex(), onIndexed, cancellation);
        var index = IsIndexStillRight() ? previous.Manifest!.Index : writer.Write(StoreFiles.Index, stream => pipeline.WriteIndex(source, stream));
        return new StoreManifest(pipeline.Engine, pipeline.Version, writer.Generation, places.Count, records, table, entries, index);
    }

    // Files of which most is not used any more, and many small ones.
    private HashSet<string> FilesToRewrite()
    {
        var live = documents.Where(static d => d.Place is not null).GroupBy(static d => d.Place!.Value.File, StringComparer.Ordinal)
            .ToDictionary(static file => file.Key, static file => file.Sum(static d => d.Place!.Value.Length), StringComparer.Ordinal);
        var used = OldFiles.Where(file => live.ContainsKey(file.Name)).OrderByDescending(static file => file.Length).ToList();
        var rewritten = used.Count > MaximumRecordFiles ? used.Skip(1) : used.Where(file => live[file.Name] < file.Length / 2);
        return rewritten.Select(static file => file.Name).ToHashSet(StringComparer.Ordinal);
    }

    private void MoveRecords(HashSet<string> names, StoreWriter writer)
    {
        using var files = new RecordFiles(directory, OldFiles.Where(file => names.Contains(file.Name)));
        for (var i = 0; i < documents.Count; i++)
        {
            if (documents[i].Place is not { } place || !names.Contains(place.File))
                continue;
            documents[i] = documents[i] with { Place = writer.Append(files.ReadEncoded(place)) };
        }
    }

    private List<int> PreviousOrdinals => [.. documents.Where(static document => document.Place is not null).Select(static document => document.PreviousOrdinal)];

    private PreviousIndex? PreviousIndex() => previous.IsIndexSound
        ? new PreviousIndex(Path.Join(directory, previous.Manifest!.Index.Name), PreviousOrdinals)
        : null;

    // Records may have moved, and times of files changed, but the incidents are the same.
    private bool IsIndexStillRight() =>
        previous.IsIndexSound && PreviousOrdinals.SequenceEqual(Enumerable.Range(0, previous.Manifest!.Count));
}
