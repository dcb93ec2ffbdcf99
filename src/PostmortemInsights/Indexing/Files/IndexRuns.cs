using System.IO.MemoryMappedFiles;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Indexing.Files;

/// <summary>
/// Postings that were set aside while an index is built, and those of an earlier index. A run that was set aside is an index file of its
/// own, without rows; it lies among the temporary files and goes with <see cref="Dispose"/>, at the latest with the process.
/// </summary>
internal sealed class IndexRuns : IDisposable
{
    // So many terms are merged by one task: most of them stand in few documents.
    private const int Together = 256;

    private readonly List<IndexRun> runs = [];

    public int Count => runs.Count;

    public void Add(IEnumerable<(string Term, PostingsBuilder Postings)> postings)
    {
        var path = Path.Join(Path.GetTempPath(), Path.GetRandomFileName());
        var stream = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 18, FileOptions.DeleteOnClose);
        IndexWriter.Write(stream, postings, []);
        stream.Flush();
        var mapped = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        runs.Add(new IndexRun(IndexFile.Open(mapped, stream.Length, path), null, stream));
    }

    /// <summary>Adds an earlier index, whose documents have new numbers: ascending ones, or <see cref="IndexBuilder.Dropped"/>.</summary>
    public void Add(IndexFile earlier, int[] numbers) => runs.Add(new IndexRun(earlier, numbers, null));

    /// <summary>The terms of all runs in order, the postings of each put together on all processors.</summary>
    /// <param name="rows">The rows of all documents.</param>
    public IEnumerable<(string Term, PostingsBuilder Postings)> Merged(List<DocumentRow> rows) => Terms().Chunk(Together)
        .SelectInOrder(some => Array.ConvertAll(some, term => (term.Term, Postings: Merge(term.Listed, rows))), CancellationToken.None)
        .SelectMany(static some => some).Where(static term => term.Postings.Documents > 0);

    // Each term with where it is listed.
    private IEnumerable<(string Term, List<RunEntry> Listed)> Terms()
    {
        var queue = new PriorityQueue<(IndexRun Run, IEnumerator<TermEntry> Entries), string>(StringComparer.Ordinal);
        foreach (var run in runs)
            Enqueue(run, run.File.Terms.StartingWith("").GetEnumerator());

        while (queue.TryPeek(out _, out var term))
        {
            var listed = new List<RunEntry>();
            while (queue.TryPeek(out var next, out var other) && other == term)
            {
                queue.Dequeue();
                listed.Add(new RunEntry(next.Run, next.Entries.Current));
                Enqueue(next.Run, next.Entries);
            }

            yield return (term, listed);
        }

        void Enqueue(IndexRun run, IEnumerator<TermEntry> entries)
        {
            if (entries.MoveNext())
                queue.Enqueue((run, entries), entries.Current.Term);
            else
                entries.Dispose();
        }
    }

    public void Dispose()
    {
        foreach (var run in runs)
        {
            run.File.Dispose();
            run.Stream?.Dispose();
        }
    }

    // No document stands in two runs, so the least number comes next, and with it all of its run before the least of the others.
    private static PostingsBuilder Merge(List<RunEntry> listed, List<DocumentRow> rows)
    {
        var postings = new PostingsBuilder();
        postings.Expect(listed.ConvertAll(static entry => entry.Entry));
        var readers = listed.ConvertAll(static entry => new RunReader(entry.Run, entry.Entry));
        readers.RemoveAll(static reader => !reader.Next());
        while (readers.Count > 0)
        {
            readers.Sort(static (a, b) => a.Document.CompareTo(b.Document));
            var least = readers[0];
            var end = readers.Count > 1 ? readers[1].Document : int.MaxValue;
            bool more;
            do
            {
                postings.Add(least.Document, least.Places, rows[least.Document].WeightedWords);
                more = least.Next();
            }
            while (more && least.Document < end);
            if (!more)
                readers.RemoveAt(0);
        }

        return postings;
    }

    private readonly record struct RunEntry(IndexRun Run, TermEntry Entry);

    private sealed record IndexRun(IndexFile File, int[]? Numbers, FileStream? Stream);

    /// <summary>Walks the documents of one term in a run by their new numbers.</summary>
    private sealed class RunReader(IndexRun run, TermEntry entry)
    {
        private readonly EncodedPostings postings = new(run.File, entry);

        public int Document { get; private set; }

        public EncodedPlaces Places => postings.Places;

        public bool Next()
        {
            do
            {
                if (!postings.Next())
                    return false;
                Document = run.Numbers is null ? postings.Document : run.Numbers[postings.Document];
            }
            while (Document == IndexBuilder.Dropped);
            return true;
        }
    }
}
