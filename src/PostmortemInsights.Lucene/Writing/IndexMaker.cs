using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using PostmortemInsights.Indexing.Storing;
using PostmortemInsights.Lucene.Files;
using PostmortemInsights.Lucene.Searching;
using IODirectory = System.IO.Directory;

namespace PostmortemInsights.Lucene.Writing;

/// <summary>
/// Makes an index in a temporary folder, whose two writers lock it: one for the documents that are new or have changed, whose near-real-time
/// reader hands them on, and one that merges them with what is kept of the index before. The whole is one segment without deleted documents,
/// so an index that was brought up to date counts and scores as one that was built from nothing. It is packed after its commit.
/// </summary>
internal sealed class IndexMaker : IDisposable
{
    private const double BufferMegabytes = 64;

    private readonly DirectoryInfo folder;
    private readonly FSDirectory wholeFolder;
    private readonly IndexWriter fresh;
    private readonly IndexWriter whole;

    private IndexMaker()
    {
        folder = IODirectory.CreateTempSubdirectory("pmi-lucene-");
        wholeFolder = FSDirectory.Open(Path.Join(folder.FullName, "whole"));
        fresh = new IndexWriter(FSDirectory.Open(Path.Join(folder.FullName, "fresh")), Settings());
        whole = new IndexWriter(wholeFolder, Settings());
    }

    /// <summary>Writes an index, packed.</summary>
    public static void Write(IndexSource source, Stream output)
    {
        using var maker = new IndexMaker();
        using var before = source.Previous is { } previous ? OpenIndex.Of(previous.Path) : null;
        maker.AddFresh(source);
        maker.Merge(before is null ? [] : before.Reader.Leaves.Select(leaf => new KeptDocuments(leaf.AtomicReader, source.Previous!.Ordinals)));
        PackedDirectory.Pack(maker.wholeFolder, output);
    }

    public void Dispose()
    {
        fresh.Rollback();
        whole.Rollback();
        fresh.Directory.Dispose();
        wholeFolder.Dispose();
        folder.Delete(recursive: true);
    }

    // All text is analyzed before, and merges are ours to say.
    private static IndexWriterConfig Settings() => new(LuceneVersion.LUCENE_48, null)
    {
        MergePolicy = NoMergePolicy.NO_COMPOUND_FILES,
        MergeScheduler = new SerialMergeScheduler(),
        RAMBufferSizeMB = BufferMegabytes,
        UseCompoundFile = false,
    };

    private void AddFresh(IndexSource source)
    {
        var numbers = Enumerable.Range(0, source.Count).Where(number => source.Previous is not { } previous || previous.Ordinals[number] < 0).ToList();
        foreach (var document in source.Read(numbers, IndexedDocument.Of))
            fresh.AddDocument(document);
    }

    private void Merge(IEnumerable<KeptDocuments> kept)
    {
        using var added = DirectoryReader.Open(fresh, applyAllDeletes: true);
        whole.AddIndexes([.. kept, added]);
        whole.Commit();
    }
}
