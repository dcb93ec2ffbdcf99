using System.Globalization;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using CsvHelper;
using FsCheck;
using FsCheck.Fluent;
using PostmortemInsights.Incidents;
using PostmortemInsights.Reporting;
using PostmortemInsights.Reporting.Escaping;
using PostmortemInsights.Tests.Analyzing;

namespace PostmortemInsights.Tests.Reporting;

/// <summary>What stands in a file is shown and never acts, in whatever format.</summary>
public class EscapingTests
{
    private const string Script = "<script>alert('1')</script><img src=x onerror=\"alert(2)\">";
    private const string Markdown = "`code` **bold** [link](javascript:alert(1)) | cell\n# heading <b> &amp; $x$";
    private const string Terminal = "\u001b[31mred\u001b[0m \u001b]0;title\u0007 bell \b\u007f \u009b31m";
    private const string Direction = "abc \u202Egnp.exe\u202C \u2066hidden\u2069 \u200Fmark \u200Bzero";
    private const string Formula = "=HYPERLINK(\"http://x\",\"y\")";

    private static readonly List<Incident> Hostile =
    [
        .. new[] { Script, Markdown, Terminal, Direction, Formula, "@SUM(A1)", "+1", "-1", "\t=1", "'quoted\" \"", "half \uD800 pair" }.Select(Poisoned),
    ];

    [Fact]
    public void A_page_holds_no_element_and_no_attribute_from_a_file()
    {
        var html = Formats.Html(Hostile);
        var page = new HtmlParser().ParseDocument(html);
        Assert.Empty(page.QuerySelectorAll("script, img, b, code"));
        Assert.All(page.All, static element => Assert.DoesNotContain(element.Attributes, static a => a.Name.StartsWith("on", StringComparison.Ordinal)));
        Assert.All(page.QuerySelectorAll("a"), static a => Assert.DoesNotContain(":", a.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Contains("<script>alert('1')</script>", page.Body!.TextContent, StringComparison.Ordinal);
        AssertNothingActs(html);
    }

    [Fact]
    public void A_Markdown_table_keeps_its_columns()
    {
        var markdown = Formats.Markdown(Hostile);
        AssertNothingActs(markdown);
        Assert.DoesNotContain("<", markdown.Replace("\\<", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var columns = 0;
        foreach (var line in markdown.Split('\n'))
        {
            var bars = line.Replace("\\\\", "", StringComparison.Ordinal).Replace("\\|", "", StringComparison.Ordinal).Count(static c => c == '|');
            Assert.True(columns == 0 || bars == 0 || bars == columns, line);
            columns = bars;
        }
    }

    [Fact]
    public void A_Markdown_link_has_no_scheme()
    {
        var markdown = Formats.Markdown([Sample.Incident("javascript:alert(1)//x.md", "2024-01-01", 3) with { Title = "a" }, Poisoned("b", 0)]);
        Assert.DoesNotContain("](javascript:", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_terminal_gets_nothing_but_text() => AssertNothingActs(Formats.Text(Hostile));

    [Fact]
    public void Json_is_read_back_as_it_was()
    {
        var json = Formats.Json(Hostile);
        Assert.DoesNotContain(json, static c => c != '\n' && char.IsControl(c));
        using var document = JsonDocument.Parse(json);
        var titles = document.RootElement.GetProperty("incidents").EnumerateArray().Select(static i => i.GetProperty("incident").GetProperty("title").GetString());
        Assert.Contains(Direction, titles);
    }

    [Fact]
    public void A_spreadsheet_runs_no_cell()
    {
        var folder = Directory.CreateTempSubdirectory("pmi-export-").FullName;
        try
        {
            CsvExport.Write(Hostile, folder);
            foreach (var file in CsvExport.Files)
                AssertHarmless(Path.Combine(folder, file));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Visible_text_holds_for_any_text() => Prop.ForAll(
        ArbMap.Default.ArbFor<string>(),
        static text => VisibleText.Of(text ?? "").EnumerateRunes().All(static rune => !Acts(rune))).QuickCheckThrowOnFailure();

    [Fact]
    public void Visible_text_shows_codes_and_leaves_letters()
    {
        Assert.Equal("a \\u{1B}[31m b", VisibleText.Of("a\n\u001b[31m\t b "));
        Assert.Equal("ĞŞ 日本 עברית 👩‍🚒", VisibleText.Of("ĞŞ 日本 עברית 👩‍🚒"));
    }

    private static Incident Poisoned(string text, int number)
    {
        var incident = Sample.Incident($"{Sample.Name(number)}/{text}", "2024-03-01T10:00+00:00", 60 + number, "network", "network", $"{text} {number}");
        return (incident with { Id = Sample.Name(number), Title = text, RootCause = "The disk was full. " + text, Resolution = text, TimeZone = text, Contradictions = [text] })
            .Misled(text, 5, 3, text).Entry(10, TimelineKind.Identification, text).Promised($"Alert on disk space {text}", ActionKind.Detect, text, text)
            .Promised(text).Warned("time-no-zone", text, 1);
    }

    private static void AssertHarmless(string path)
    {
        var bytes = File.ReadAllBytes(path);
        Assert.Equal((byte)'\n', bytes[^1]);
        AssertNothingActs(Encoding.UTF8.GetString(bytes).Replace("\r\n", "\n", StringComparison.Ordinal));
        using var reader = CsvReader.Create(File.OpenRead(path));
        while (reader.Read())
        {
            for (var i = 0; i < reader.FieldCount; i++)
                Assert.DoesNotMatch(@"\A[=@+\-\t\r]", reader.GetString(i));
        }
    }

    private static void AssertNothingActs(string text) =>
        Assert.DoesNotContain(text.EnumerateRunes(), static rune => rune.Value != '\n' && Acts(rune));

    private static bool Acts(Rune rune) => rune.Value is not (0x200C or 0x200D) && Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
