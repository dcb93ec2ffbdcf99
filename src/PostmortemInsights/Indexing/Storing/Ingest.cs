using PostmortemInsights.Reading;

namespace PostmortemInsights.Indexing.Storing;

/// <summary>One run of <see cref="Store.Ingest"/>.</summary>
/// <param name="directory">The store's folder.</param>
/// <param name="pipeline">What to make of the documents.</param>
/// <param name="progress">Told how far it is; may be null.</param>
/// <param name="cancellation">Stops it between two documents.</param>
/// <param name="step">Called before each step on the file system, for tests to stop there.</param>
internal sealed class Ingest(
    string directory, IngestPipeline pipeline, IProgress<IngestProgress>? progress, CancellationToken cancellation, Action<string>? step = null)
{
    private const int FindingsBetweenReports = 256;

    private readonly List<string> _notes = [];
    private readonly List<ReadFailure> _failures = [];
    private readonly List<ReadSkipped> _skipped = [];
    private readonly List<StoredDocument> _documents = [];
    private int _read;
    private int _unchanged;

    public IngestResult Run(IEnumerable<string> paths)
    {
        using var theLock = StoreLock.Take(directory);
        var loading = Task.Run(() => PreviousState.Load(directory, pipeline, _notes));
        var files = FindBeside(loading, paths);
        var previous = loading.GetAwaiter().GetResult();
        if (files.Count == 0 && _failures.Count > 0)
        {
            _notes.Add("Nothing was found: the store is left as it was.");
            return Result(previous.Manifest?.Count ?? 0, removed: 0);
        }

        try
        {
            return Update(previous, files);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                $"The store in {directory} could not be written: {problem.Message} Make room, or name another folder for it. The state before is intact.", problem);
        }
    }

    private IngestResult Update(PreviousState previous, List<FoundFile> files)
    {
        using var writer = new StoreWriter(directory, step);
        ReadNewAndChanged(files, previous, writer);
        _documents.Sort(static (a, b) => string.CompareOrdinal(a.Entry.Source, b.Entry.Source));
        var count = _documents.Count(static document => document.Entry.HasRecord);
        if (previous is { IsIndexSound: true, Manifest: { } current } && _documents.SequenceEqual(previous.Documents))
        {
            writer.Sweep(current);
            return Result(count, removed: 0);
        }

        var state = new NewState(directory, pipeline, previous, _documents);
        writer.Commit(state.Write(writer, ReportIndexing(count), cancellation));
        return Result(count, CountRemoved(previous));
    }

    // Whatever stops the search: the lock is held until nothing reads the state before any more.
    private List<FoundFile> FindBeside(Task loading, IEnumerable<string> paths)
    {
        try
        {
            return Find(paths);
        }
        finally
        {
            Task.WaitAny(loading);
        }
    }

    private List<FoundFile> Find(IEnumerable<string> paths)
    {
        var files = new List<FoundFile>();
        foreach (var found in Corpus.Find(paths, cancellation))
        {
            if (found is FoundFile file)
                files.Add(file);
            else
                Note(found);
            if (files.Count % FindingsBetweenReports == 0)
                progress?.Report(new IngestProgress(IngestPhase.Finding, files.Count, 0));
        }

        return files;
    }

    private void ReadNewAndChanged(List<FoundFile> files, PreviousState previous, StoreWriter writer)
    {
        var toRead = new List<(FoundFile File, StoredDocument? Known)>();
        foreach (var file in files)
        {
            var known = previous.Find(file.Source);
            if (known is not null && previous.IsUnchanged(known, file))
                Keep(known);
            else
                toRead.Add((file, known));
        }

        var done = 0;
        foreach (var result in toRead.SelectInOrder(item => DocumentIngest.Read(item.File, item.Known, pipeline), cancellation))
        {
            Take(result, writer);
            progress?.Report(new IngestProgress(IngestPhase.Reading, ++done, toRead.Count));
        }
    }

    private void Take(DocumentIngest result, StoreWriter writer)
    {
        if (result.Other is { } other)
            Note(other);
        if (result.Record is { } record)
        {
            _read++;
            _documents.Add(new StoredDocument(result.Entry!, writer.Append(record), -1));
        }
        else if (result.Known is { } known)
        {
            Keep(known with { Entry = result.Entry! });
        }
        else if (result.Entry is { } entry)
        {
            _documents.Add(new StoredDocument(entry, null, -1));
        }
    }

    private void Keep(StoredDocument document)
    {
        _documents.Add(document);
        if (document.Entry.HasRecord)
            _unchanged++;
        else
            _skipped.Add(new ReadSkipped(document.Entry.Source, document.Entry.Note));
    }

    private void Note(ReadResult result)
    {
        if (result is ReadFailure failure)
            _failures.Add(failure);
        else if (result is ReadSkipped skipped)
            _skipped.Add(skipped);
    }

    private Action<int> ReportIndexing(int count) => done => progress?.Report(new IngestProgress(IngestPhase.Indexing, done, count));

    private int CountRemoved(PreviousState previous)
    {
        var sources = _documents.Select(static document => document.Entry.Source).ToHashSet(StringComparer.Ordinal);
        return previous.Documents.Count(document => document.Entry.HasRecord && !sources.Contains(document.Entry.Source));
    }

    private IngestResult Result(int count, int removed) => new()
    {
        Count = count,
        Read = _read,
        Unchanged = _unchanged,
        Removed = removed,
        Failures = [.. _failures.OrderBy(static failure => failure.Source, StringComparer.Ordinal)],
        Skipped = [.. _skipped.OrderBy(static skipped => skipped.Source, StringComparer.Ordinal)],
        Notes = [.. _notes],
    };
}
