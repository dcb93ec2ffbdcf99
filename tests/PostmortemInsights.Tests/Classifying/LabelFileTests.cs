using PostmortemInsights.Classifying;

namespace PostmortemInsights.Tests.Classifying;

public sealed class LabelFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public LabelFileTests()
    {
        folder.Write("a.md", "text");
        folder.Write("b, c.md", "text");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Rows_come_in_ordinal_order_of_their_files()
    {
        var result = Read("file,causes,components,trigger\n\"b, c.md\",capacity;configuration,,unknown\na.md,expiry,certificate;dns,expiry\n");
        Assert.Empty(result.Problems);
        Assert.Equal(["a.md", "b, c.md"], result.Rows.Select(r => r.File));
        Assert.Equal(["capacity", "configuration"], result.Rows[1].Causes);
        Assert.Empty(result.Rows[1].Components);
    }

    [Theory]
    [InlineData("path,why\n", 1, "the first line must be file,causes,components,trigger")]
    [InlineData("file,causes,components,trigger\na.md,gremlins,dns,unknown\n", 2, "'gremlins' is no cause: use one of configuration, software-defect")]
    [InlineData("file,causes,components,trigger\na.md,expiry,toaster,unknown\n", 2, "'toaster' is no component")]
    [InlineData("file,causes,components,trigger\na.md,expiry,dns,\n", 2, "'' is no trigger")]
    [InlineData("file,causes,components,trigger\nnone.md,expiry,dns,expiry\n", 2, "there is no file 'none.md'")]
    [InlineData("file,causes,components,trigger\na.md,,dns,expiry\n", 2, "0 causes: give 1 to 3")]
    [InlineData("file,causes,components,trigger\na.md,expiry;expiry,dns,expiry\n", 2, "a cause is given twice")]
    [InlineData("file,causes,components,trigger\na.md,expiry,dns,expiry\n\na.md,data,dns,expiry\n", 4, "'a.md' has labels already on line 2")]
    [InlineData("file,causes,components,trigger\na.md,expiry\n", 2, "2 fields instead of 4")]
    [InlineData("file,causes,components,trigger\n\"a.md,expiry,dns,expiry\n", 2, "this is not CSV")]
    public void What_is_wrong_comes_with_its_line(string text, int line, string message)
    {
        var problem = Assert.Single(Read(text).Problems);
        Assert.Equal(line, problem.Line);
        Assert.StartsWith(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_trained_on_half_a_file()
    {
        folder.Write("labels.csv", "file,causes,components,trigger\na.md,expiry,dns,expiry\nnone.md,expiry,dns,expiry\n");
        var exception = Assert.Throws<LabelException>(() => TrainingCorpus.At(folder.Path).Read(Taxonomy.Default));
        Assert.Contains("line 3", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_is_added_in_its_place_and_an_old_one_replaced()
    {
        LabelFile.Add(folder["labels.csv"], new LabelRow("b, c.md", ["capacity"], [], "growth"), Taxonomy.Default);
        LabelFile.Add(folder["labels.csv"], new LabelRow("a.md", ["expiry"], ["dns"], "expiry"), Taxonomy.Default);
        LabelFile.Add(folder["labels.csv"], new LabelRow("a.md", ["data"], ["database", "cache"], "unknown"), Taxonomy.Default);
        Assert.Equal(
            "file,causes,components,trigger\na.md,data,database;cache,unknown\n\"b, c.md\",capacity,,growth\n",
            File.ReadAllText(folder["labels.csv"]));
    }

    [Fact]
    public void A_file_with_a_problem_is_left_as_it_is()
    {
        var file = folder.Write("labels.csv", "file,causes,components,trigger\na.md,gremlins,dns,unknown\n");
        var before = File.ReadAllBytes(file);
        Assert.Throws<LabelException>(() => LabelFile.Add(file, new LabelRow("b, c.md", ["capacity"], [], "growth"), Taxonomy.Default));
        Assert.Throws<LabelException>(() => LabelFile.Add(folder["new.csv"], new LabelRow("a.md", ["gremlins"], [], "growth"), Taxonomy.Default));
        Assert.Equal(before, File.ReadAllBytes(file));
        Assert.False(File.Exists(folder["new.csv"]));
    }

    private LabelFileResult Read(string text) => LabelFile.Read(folder.Write("labels.csv", text), Taxonomy.Default);
}
