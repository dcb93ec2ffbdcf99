using System.Text;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Tests.Reading;

public sealed class HtmlTextTests
{
    public static TheoryData<string, string> Elements => new()
    {
        { "<h1>A</h1><h3>B <a href='#b'>#</a></h3><h2><b>C</b></h2><h2> </h2>", "# A\n\n### B\n\n## C\n" },
        { "<p>one\n  two&nbsp;three &amp; &eacute;&#8211;</p><p>four<br>five</p>", "one two three & é–\n\nfour\nfive\n" },
        { "<div>a</div><div>b <i>c</i><span>d</span></div>", "a\n\nb cd\n" },
        { "<p>see <a href='https://x.example'>the page</a>, <b>not </b>this <strong>or<br>that</strong></p>", "see the page, **not** this **or**\n**that**\n" },
        { "<ul><li>a<li><p>b</p><p>c</p><ol start=3><li>d<li>e</ol></ul><p>f", "- a\n- b\n\n  c\n  3. d\n  4. e\n\nf\n" },
        { "<ul><li><input type=checkbox checked> done<li><input type=checkbox> open</ul>", "- [x] done\n- [ ] open\n" },
        { "<dl><dt>Start:</dt><dd>14:05</dd><dt>End</dt><dd><p>15:10</p></dd><dd>or so</dd></dl>", "Start: 14:05\nEnd: 15:10\n  or so\n" },
        { "<p>They said</p><blockquote><p>all<br>is well</p></blockquote>", "They said\n\n> all\n> is well\n" },
        { "<p>a <code>kubectl</code> call</p><pre><code>\nif x:\n    y\n\n  z</code></pre><p>" + Filler + "</p>", "a kubectl call\n\n```\nif x:\n    y\n\n  z\n```\n\n" + Filler + "\n" },
        { "<pre>Dear all,\n\n  it is down.</pre>", "Dear all,\n\n  it is down.\n" },
        { "<p>a</p><hr><p>b<svg><text>no</text></svg><script>no</script><style>no</style><!-- no --><span hidden>no</span></p>", "a\n\nb\n" },
        { "<p>a\u0001b\u00ADc\u200Bd&#xD800;</p>", "a bcd\uFFFD\n" },
        { "", "" },
    };

    public static TheoryData<string, string> Tables => new()
    {
        { "<tr><th>Time<th>What<tr><td>14:05<td><b>down</b><br>for all<tr><td>15:10<td>up | running", "| Time | What |\n| --- | --- |\n| 14:05 | **down** for all |\n| 15:10 | up \\| running |\n" },
        { "<tr><td>Start<td>14:05<tr><td>End<td>15:10", "|  |  |\n| --- | --- |\n| Start | 14:05 |\n| End | 15:10 |\n" },
        { "<tr><td><b>Time</b><td><b>What</b><tr><td>14:05<td>down", "| Time | What |\n| --- | --- |\n| 14:05 | down |\n" },
        { "<tr><th>Day<th>Time<th>What<tr><td rowspan=2>1 May<td>9:00<td>down<tr><td>9:30<td>up<tr><td colspan=2>later<td>more", "| Day | Time | What |\n| --- | --- | --- |\n| 1 May | 9:00 | down |\n| 1 May | 9:30 | up |\n| later |  | more |\n" },
        { "<caption>Timeline</caption><tr><th>a<th>b<tr><td>1", "Timeline\n\n| a | b |\n| --- | --- |\n| 1 |  |\n" },
        { "<tr><td><h2>Layout</h2>text<td>more", "## Layout\n\ntext\n\nmore\n" },
    };

    private const string Filler = "A text that is long enough to be most of the page.";

    [Theory]
    [MemberData(nameof(Elements))]
    public void Elements_become_Markdown(string html, string text) => Assert.Equal(text, Extract(html));

    [Theory]
    [MemberData(nameof(Tables))]
    public void Tables_become_rows(string html, string text) => Assert.Equal(text, Extract($"<table>{html}</table>"));

    [Fact]
    public void What_surrounds_the_text_is_left_out()
    {
        var html = $"""
            <html><head><title>Site - Outage</title></head><body>
            <header><a>Home</a></header><nav>Blog</nav><div class="breadcrumb x">Blog / Outage</div><div role="search">Find</div>
            <article><header><h1>Outage</h1><p>1 May 2024</p></header><p>{Filler}</p><aside>Buy</aside><form>Name?</form></article>
            <footer>Imprint</footer></body></html>
            """;

        Assert.Equal($"# Outage\n\n1 May 2024\n\n{Filler}\n", Extract(html));
    }

    [Fact]
    public void Main_is_the_document_when_it_holds_most_of_the_text() =>
        Assert.Equal($"{Filler}\n", Extract($"<div>Chapter 3</div><main>{Filler}</main><div>Next</div>"));

    [Fact]
    public void Nothing_is_lost_when_main_or_an_article_holds_little() =>
        Assert.Equal($"{Filler}\n\nrest\n\nmore\n", Extract($"<div>{Filler}</div><main>rest</main><article>more</article>"));

    [Fact]
    public void A_form_around_the_whole_page_is_no_chrome() =>
        Assert.Equal($"{Filler}\n", Extract($"<form><p>{Filler}</p></form>"));

    [Theory]
    [InlineData("<title>Outage &amp; more</title><p>text</p>", "# Outage & more\n\ntext\n")]
    [InlineData("<title>Site</title><div><h1>Outage</h1></div><article>" + Filler + "</article>", "# Outage\n\n" + Filler + "\n")]
    [InlineData("<title>Site</title><h1>Outage</h1><p>text</p>", "# Outage\n\ntext\n")]
    public void The_title_is_a_heading_only_when_there_is_none(string html, string text) => Assert.Equal(text, Extract(html));

    [Theory]
    [InlineData("div")]
    [InlineData("b")]
    [InlineData("ul><li")]
    [InlineData("blockquote")]
    [InlineData("table><tr><td")]
    [InlineData("dl><dd")]
    public void Deep_nesting_ends(string tag)
    {
        var html = string.Concat(Enumerable.Repeat($"<{tag}>", 1_500)) + "deep";

        Assert.Contains("deep", Extract(html), StringComparison.Ordinal);
    }

    private static string Extract(string html) => Assert.IsType<ReadDocument>(DocumentReader.Decode("a.html", Encoding.UTF8.GetBytes(html))).Document.Text;
}
