using PostmortemInsights.Indexing.Storing;

namespace PostmortemInsights.Tests.Indexing.Storing;

public sealed class StoreDamageTests : IDisposable
{
    private readonly StoreFixture _store = new();
    private readonly IReadOnlyList<string> _contents;

    public StoreDamageTests()
    {
        _store.Write("a.md", "Disk full");
        _store.Write("b.md", "Mail down");
        _store.Ingest();
        _store.Write("c.md", "DNS gone");
        _store.Ingest();
        _contents = _store.Contents();
    }

    public static TheoryData<string> Files => ["manifest.txt", "records-1.dat", "records-2.dat", "table-2.dat", "documents-2.dat", "index-2.dat"];

    public void Dispose() => _store.Dispose();

    [Fact]
    public void A_sound_store_has_nothing_to_say()
    {
        Assert.Empty(Store.Verify(_store.Directory));
        Assert.Equal([.. Files.Select(static f => f.Data), "store.lock", "store.pid"], _store.Files().OrderBy(static f => Files.ToList().FindIndex(d => d.Data == f) is var at and >= 0 ? at : 99));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_cut_short_is_named_and_mended(string name)
    {
        var path = _store.Folder[$"store/{name}"];
        using (var file = File.OpenWrite(path))
            file.SetLength(file.Length - 1);

        AssertNamed(path);
        AssertMended(path);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_missing_file_is_named_and_made_anew(string name)
    {
        var path = _store.Folder[$"store/{name}"];
        File.Delete(path);

        if (name == "manifest.txt")
            Assert.Equal($"There is no store in {_store.Directory}. Run ingest to make one.", Assert.Throws<StoreException>(() => Store.Open(_store.Directory)).Message);
        else
            AssertNamed(path);
        _store.Ingest();
        Assert.Equal(_contents, _store.Contents());
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_changed_bit_anywhere_is_found_before_it_is_believed(string name)
    {
        var path = _store.Folder[$"store/{name}"];
        var bytes = File.ReadAllBytes(path);
        for (var at = 0; at < bytes.Length; at += 5)
        {
            bytes[at] ^= (byte)(1 << (at % 8));
            File.WriteAllBytes(path, bytes);
            bytes[at] ^= (byte)(1 << (at % 8));

            Assert.Contains(path, Assert.Single(Store.Verify(_store.Directory)), StringComparison.Ordinal);
            if (name != "index-2.dat")
                AssertRightOrRefused(path);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_changed_bit_is_mended_by_the_next_ingest(string name)
    {
        var path = _store.Folder[$"store/{name}"];
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 4;
        File.WriteAllBytes(path, bytes);

        AssertMended(path);
    }

    [Fact]
    public void Only_the_documents_of_a_damaged_record_file_are_read_anew()
    {
        var path = _store.Folder["store/records-2.dat"];
        var length = new FileInfo(path).Length;
        File.AppendAllText(path, "x");

        var note = Assert.Single(_store.Ingest().Notes);

        Assert.Equal($"{path} is damaged: it has {length + 1} bytes instead of {length}: its document is read anew.", note);
        Assert.Equal(["c.md"], _store.Parsed);
    }

    [Fact]
    public void A_damaged_index_is_built_anew_without_parsing()
    {
        File.Delete(_store.Folder["store/index-2.dat"]);

        var note = Assert.Single(_store.Ingest().Notes);

        Assert.Equal($"{_store.Folder["store/index-2.dat"]} is missing: it is built anew.", note);
        Assert.Empty(_store.Parsed);
        Assert.Equal(_contents, _store.Contents());
    }

    [Fact]
    public void A_store_of_another_format_is_refused_and_replaced()
    {
        var path = _store.Folder["store/manifest.txt"];
        File.WriteAllText(path, File.ReadAllText(path).Replace("format 3", "format 9", StringComparison.Ordinal));

        var problem = Assert.Throws<StoreDamagedException>(() => Store.Open(_store.Directory));

        Assert.Equal(
            $"{path} has format 9, and this version reads format 3. Run ingest again, or delete the folder first: it holds nothing that is not made from the documents.",
            problem.Message);
        Assert.Equal($"{path} has format 9, and this version reads format 3: every document is read anew.", Assert.Single(_store.Ingest().Notes));
        Assert.Equal(_contents, _store.Contents());
    }

    [Fact]
    public void A_store_of_the_first_formats_is_refused_and_replaced()
    {
        var path = _store.Folder["store/manifest.json"];
        File.Move(_store.Folder["store/manifest.txt"], path);

        var problem = Assert.Throws<StoreDamagedException>(() => Store.Open(_store.Directory));

        Assert.StartsWith($"{path} has an older format, and this version reads format 3. Run ingest again", problem.Message, StringComparison.Ordinal);
        Assert.Equal($"{path} has an older format, and this version reads format 3: every document is read anew.", Assert.Single(_store.Ingest().Notes));
        Assert.False(File.Exists(path));
        Assert.Equal(_contents, _store.Contents());
    }

    [Fact]
    public void A_store_of_another_engine_is_refused_by_name()
    {
        var problem = Assert.Throws<StoreDamagedException>(() => Store.Open(_store.Directory, "lucene"));

        Assert.StartsWith($"{_store.Folder["store/manifest.txt"]} is of the engine lines 1, and lucene is wanted.", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_with_other_files_is_never_made_a_store()
    {
        var problem = Assert.Throws<StoreException>(() =>
            Store.Ingest(_store.Corpus, [_store.Corpus], _store.Pipeline(), cancellation: TestContext.Current.CancellationToken));

        Assert.Equal($"{_store.Corpus} holds other files and is no store. Name an empty folder, or one that does not exist yet.", problem.Message);
        Assert.Equal(["a.md", "b.md", "c.md"], Directory.GetFiles(_store.Corpus).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Files_of_others_in_the_store_are_left_alone()
    {
        _store.Folder.Write("store/notes-1.dat", "mine");
        _store.Write("d.md", "more");

        _store.Ingest();

        Assert.Equal("mine", File.ReadAllText(_store.Folder["store/notes-1.dat"]));
    }

    private void AssertNamed(string path)
    {
        var problem = Assert.Throws<StoreDamagedException>(() => Store.Open(_store.Directory));
        Assert.Equal(path, problem.Path);
        Assert.Contains("Run ingest again, or delete the folder", problem.Message, StringComparison.Ordinal);
    }

    private void AssertRightOrRefused(string path)
    {
        try
        {
            Assert.Equal(_contents, _store.Contents());
        }
        catch (StoreDamagedException problem)
        {
            Assert.Equal(path, problem.Path);
        }
    }

    private void AssertMended(string path)
    {
        var result = _store.Ingest();

        Assert.Contains(path, Assert.Single(result.Notes), StringComparison.Ordinal);
        Assert.Equal(_contents, _store.Contents());
        Assert.Empty(Store.Verify(_store.Directory));
    }
}
