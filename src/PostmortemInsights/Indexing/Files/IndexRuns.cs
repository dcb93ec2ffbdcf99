using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using PostmortemInsights.Indexing.Zones;

namespace PostmortemInsights.Indexing.Files;

/// <summary>
/// Postings that were set aside while an index is built: each run is an index file of its own, without rows, for the documents after
/// those of the run before. They lie among the temporary files and go with <see cref="Dispose"/>, at the latest with the process.
/// </summary>
internal sealed class IndexRuns : IDisposable
{
    private readonly List<(FileStream Stream, IndexFile File)> runs = [];

    public int Count => runs.Count;

    public void Add(IEnumerable<(string Term, PostingsBuilder Postings)> postings)
    {
        var path = Path.Join(Path.GetTempPath(), Path.GetRandomFileName());
        var stream = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 18, FileOptions.DeleteOnClose);
        IndexWriter.Write(stream, postings, []);
        stream.Flush();
        var mapped = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        runs.Add((stream, IndexFile.Open(mapped, stream.Length, path)));
    }

    /// <summary>The terms of all runs in order, the postings of each put together.</summary>
    public IEnumerable<(string Term, PostingsBuilder Postings)> Merged()
    {
        var queue = new PriorityQueue<IEnumerator<TermEntry>, (string Term, int Run)>(Comparer<(string Term, int Run)>.Create(Compare));
        for (var run = 0; run < runs.Count; run++)
            Enqueue(runs[run].File.Terms.StartingWith("").GetEnumerator(), run);

        while (queue.TryPeek(out _, out var next))
        {
            var postings = new PostingsBuilder();
            while (queue.TryPeek(out var entries, out var at) && at.Term == next.Term)
            {
                queue.Dequeue();
                Append(postings, runs[at.Run].File, entries.Current);
                Enqueue(entries, at.Run);
            }

            yield return (next.Term, postings);
        }

        void Enqueue(IEnumerator<TermEntry> entries, int run)
        {
            if (entries.MoveNext())
                queue.Enqueue(entries, (entries.Current.Term, run));
            else
                entries.Dispose();
        }
    }

    public void Dispose()
    {
        foreach (var (stream, file) in runs)
        {
            file.Dispose();
            stream.Dispose();
        }
    }

    // The postings of one term follow each other run by run, so documents ascend.
    private static int Compare((string Term, int Run) a, (string Term, int Run) b) =>
        string.CompareOrdinal(a.Term, b.Term) is var by && by != 0 ? by : a.Run.CompareTo(b.Run);

    private static void Append(PostingsBuilder postings, IndexFile file, TermEntry entry)
    {
        var withPositions = DocumentTerms.HasPositions(entry.Term);
        var reader = new PostingsReader(file, entry, withPositions);
        while (reader.Next())
        {
            var places = withPositions ? reader.Places : Unplaced(reader.Frequencies);
            postings.Add(reader.Document, CollectionsMarshal.AsSpan(places), withPositions);
        }
    }

    private static List<Place> Unplaced(ReadOnlySpan<int> frequencies)
    {
        var places = new List<Place>();
        for (var zone = 0; zone < frequencies.Length; zone++)
            places.AddRange(Enumerable.Repeat(Place.Of((Zone)zone, 0), frequencies[zone]));
        return places;
    }
}
