using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing.Storing;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Tests.Indexing.Storing;

/// <summary>A corpus and a store of it, with a parser and an index that only take down what they are given.</summary>
internal sealed class StoreFixture : IDisposable
{
    public TemporaryFolder Folder { get; } = new();

    public string Corpus => Folder["corpus"];

    public string Directory => Folder["store"];

    /// <summary>The sources that the parser was given, since the last <see cref="Ingest"/> began.</summary>
    public ConcurrentBag<string> Parsed { get; } = [];

    /// <summary>How often the index was written.</summary>
    public int IndexWrites { get; private set; }

    public IReadOnlyList<int>? PreviousOrdinals { get; private set; }

    /// <summary>Writes a document, long ago unless said otherwise.</summary>
    public string Write(string name, string text, DateTime? at = null)
    {
        var path = Folder.Write($"corpus/{name}", text);
        File.SetLastWriteTimeUtc(path, at ?? new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        return path;
    }

    public IngestPipeline Pipeline(string version = "parser 1", string engine = "lines 1") => new(version, Parse, ExcerptOf, engine, WriteIndex);

    public IngestResult Ingest(Action<string>? step = null, IngestPipeline? pipeline = null, CancellationToken? cancellation = null)
    {
        Parsed.Clear();
        return new Ingest(Directory, pipeline ?? Pipeline(), null, cancellation ?? TestContext.Current.CancellationToken, step).Run([Corpus]);
    }

    /// <summary>All that the store holds: name and text of each document, in order, and that its excerpts and its index say the same.</summary>
    public IReadOnlyList<string> Contents()
    {
        using var store = Store.Open(Directory);
        var incidents = store.ReadAll(cancellation: TestContext.Current.CancellationToken).ToList();
        Assert.Equal(store.Count, incidents.Count);
        Assert.Equal(IndexOf(incidents), ReadIndex(store));
        Assert.Equal(incidents.Select(ExcerptOf), store.ReadExcerpts(TestContext.Current.CancellationToken).ToList());
        return [.. incidents.Select(incident => $"{incident.Source[(Corpus.Length + 1)..]}: {incident.Text}")];
    }

    /// <summary>What <see cref="Contents"/> must be by the files of the corpus.</summary>
    public IReadOnlyList<string> Expected() =>
        [.. System.IO.Directory.GetFiles(Corpus).Order(StringComparer.Ordinal).Select(static path => $"{Path.GetFileName(path)}: {File.ReadAllText(path)}")];

    /// <summary>All that the file system says of the corpus, which nothing may change.</summary>
    public IReadOnlyList<string> Documents() =>
        [.. new DirectoryInfo(Corpus).GetFileSystemInfos("*", SearchOption.AllDirectories).OrderBy(static file => file.FullName, StringComparer.Ordinal)
            .Select(static file => $"{file.FullName} {file.LastWriteTimeUtc:O} {file.UnixFileMode} {(file is FileInfo ? File.ReadAllText(file.FullName) : "")}")];

    public IEnumerable<string> Files() => System.IO.Directory.GetFiles(Directory).Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    public void Dispose() => Folder.Dispose();

    public static Incident IncidentOf(SourceDocument document) => new()
    {
        Source = document.Source,
        Id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document.Source + document.Text)))[..12],
        Text = document.Text,
        Title = document.Text.Split('\n')[0],
    };

    public static byte[] ExcerptOf(Incident incident) => Encoding.UTF8.GetBytes($"excerpt of {incident.Id}");

    public static string IndexOf(IEnumerable<Incident> incidents) => "index\n" + string.Concat(incidents.Select(static incident => incident.Id + "\n"));

    public static string ReadIndex(Store store)
    {
        using var map = store.MapIndex();
        using var reader = new StreamReader(map.CreateViewStream(0, 0, System.IO.MemoryMappedFiles.MemoryMappedFileAccess.Read));
        return reader.ReadToEnd().TrimEnd('\0');
    }

    private Incident Parse(SourceDocument document)
    {
        Parsed.Add(document.Source[(Corpus.Length + 1)..]);
        return document.Text == "stumble" ? throw new InvalidOperationException("stumbled") : IncidentOf(document);
    }

    private void WriteIndex(IndexSource source, Stream stream)
    {
        IndexWrites++;
        PreviousOrdinals = source.Previous?.Ordinals;
        stream.Write(Encoding.UTF8.GetBytes(IndexOf(source.Incidents)));
    }
}
