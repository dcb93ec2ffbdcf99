using PostmortemInsights.Cli;

namespace PostmortemInsights.Tests.Cli;

public sealed class SearchCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public SearchCommandTests()
    {
        folder.Write("docs/checkout.md", Samples.CheckoutOutage);
        folder.Write("docs/disk.md", Samples.FullDisk);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Json_has_the_shape_of_the_contract()
    {
        var run = Pmi.Run("search", "checkout 502", "--corpus", folder["docs"], "--format", "json");
        Assert.Equal(0, run.Status);
        Assert.Equal(["query", "total", "hits"], run.Json.EnumerateObject().Select(property => property.Name));
        Assert.Equal("checkout 502", run.Json.GetProperty("query").GetString());
        var hit = run.Json.GetProperty("hits")[0];
        Assert.EndsWith("docs/checkout.md", hit.GetProperty("source").GetString(), StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{12}$", hit.GetProperty("id").GetString());
        Assert.StartsWith("Checkout answers 502", hit.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.True(hit.GetProperty("score").GetDouble() > 0);
        var snippet = hit.GetProperty("snippets")[0];
        var line = File.ReadLines(folder["docs/checkout.md"]).ElementAt(snippet.GetProperty("line").GetInt32() - 1);
        Assert.Contains(snippet.GetProperty("text").GetString()!, line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_made_before_is_asked()
    {
        Pmi.Run("ingest", folder["docs"], "--store", folder["store"]);
        var run = Pmi.Run("search", "disk", "full", "--store", folder["store"]);
        Assert.Equal(0, run.Status);
        Assert.Contains("Report queue stuck", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Error);
    }

    [Fact]
    public void Without_a_store_it_says_how_to_make_one()
    {
        var run = Pmi.Run("search", "disk", "--store", folder["nowhere"]);
        Assert.Equal(2, run.Status);
        Assert.Contains("pmi ingest", run.Error, StringComparison.Ordinal);
        Assert.Contains("--corpus", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_found_ends_with_1()
    {
        var run = Pmi.Run("search", "zeppelin", "--corpus", folder["docs"], "--format", "json");
        Assert.Equal(1, run.Status);
        Assert.Equal(0, run.Json.GetProperty("total").GetInt32());
    }

    [Fact]
    public void A_filter_that_names_no_category_is_pointed_out()
    {
        var run = Pmi.Run("search", "disk", "--corpus", folder["docs"], "--cause", "capcity");
        Assert.Equal(1, run.Status);
        Assert.Contains("'capcity' is none of the built-in categories; did you mean 'capacity'?", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_that_cannot_be_read_is_pointed_at()
    {
        var run = Pmi.Run("search", "disk duration:>soon", "--corpus", folder["docs"]);
        Assert.Equal(2, run.Status);
        Assert.Contains("disk duration:>soon\n                ^", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-not disk")]
    [InlineData("@here [disk] (full")]
    [InlineData("100% \"disk")]
    [InlineData("--disk is full")]
    public void Any_text_is_a_query(string text) =>
        Assert.InRange(Pmi.Run("search", text, "--corpus", folder["docs"]).Status, 0, 1);

    [Fact]
    public void Filters_narrow_the_hits()
    {
        var run = Pmi.Run("search", "utc", "--corpus", folder["docs"], "--from", "2024-Q2", "--min-duration", "1h", "--format", "json");
        Assert.Equal(1, run.Json.GetProperty("total").GetInt32());
    }

    [Fact]
    public void An_explanation_adds_up_to_the_score()
    {
        var hit = Pmi.Run("search", "checkout timeout", "--corpus", folder["docs"], "--explain", "--format", "json").Json.GetProperty("hits")[0];
        var parts = hit.GetProperty("explanation").EnumerateArray().Sum(term => term.GetProperty("score").GetDouble());
        Assert.Equal(hit.GetProperty("score").GetDouble(), parts, 0.001);
    }

    [Fact]
    public void Facets_count_the_hits()
    {
        var run = Pmi.Run("search", "utc", "--corpus", folder["docs"], "--facets", "--format", "json");
        var quarters = run.Json.GetProperty("facets").GetProperty("quarter");
        Assert.Equal(1, quarters.GetProperty("2024-Q1").GetInt32());
        Assert.Equal(1, quarters.GetProperty("2024-Q2").GetInt32());
    }

    [Fact]
    public void An_engine_that_is_not_compiled_in_is_refused_with_the_way_to_get_it()
    {
        var run = Pmi.Run("search", "disk", "--corpus", folder["docs"], "--engine", "lucene");
        var isThere = Engines.SearchEngines.Contains("lucene");
        Assert.Equal(isThere ? 0 : 2, run.Status);
        Assert.Equal(!isThere, run.Error.Contains("Build it with -p:UseLucene=true on a NuGet feed that carries its packages", StringComparison.Ordinal));
    }

    [Fact]
    public void An_engine_that_nobody_knows_is_refused()
    {
        var run = Pmi.Run("search", "disk", "--corpus", folder["docs"], "--engine", "elastic");
        Assert.Equal(2, run.Status);
        Assert.Contains("There is no search engine 'elastic'; there is built-in and lucene.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_document_says_cannot_act_on_the_terminal()
    {
        folder.Write("docs/evil.md", Samples.FullDisk.Replace("# Report queue", "# \u001b]0;owned\u0007\u202eReport zeppelin queue", StringComparison.Ordinal));
        var run = Pmi.Run("search", "zeppelin", "--corpus", folder["docs"]);
        Assert.Equal(0, run.Status);
        Assert.DoesNotContain(run.Output, c => (char.IsControl(c) && c != '\n') || c == '\u202e');
    }
}
