using System.Globalization;
using PostmortemInsights.Analyzing;
using PostmortemInsights.Reporting;

namespace PostmortemInsights.Tests.Reporting;

public class ApprovedReportTests
{
    private static readonly ReviewOptions Options = Formats.Options with { Unread = [new UnreadDocument("2024/11-scan.md", "The file is locked.")] };

    [Fact]
    public void The_review_in_each_format_is_the_approved_one()
    {
        Approved.Matches("review.txt", Formats.Text(SmallCorpus.Incidents, Options));
        Approved.Matches("review.md", Formats.Markdown(SmallCorpus.Incidents, Options));
        Approved.Matches("review.html", Formats.Html(SmallCorpus.Incidents, Options));
        Approved.Matches("review.json", Formats.Json(SmallCorpus.Incidents, Options));
    }

    [Fact]
    public void The_review_of_a_quarter_is_the_approved_one() =>
        Approved.Matches("review-2024-Q3.txt", Formats.Text(SmallCorpus.Incidents, Options with { Quarter = "2024-Q3" }));

    [Fact]
    public void What_keeps_coming_back_is_the_approved_text() => Approved.Matches(
        "repeats.txt", Formats.Written(writer => ReviewText.Write(Repeats.From(SmallCorpus.Incidents, Options), writer, 110)));

    [Fact]
    public void The_table_of_records_is_the_approved_one() => Approved.Matches(
        "records.txt", Formats.Written(writer => RecordTable.Write(SmallCorpus.Incidents, writer, 110)));

    [Fact]
    public void The_exported_tables_are_the_approved_ones()
    {
        var folder = Directory.CreateTempSubdirectory("pmi-export-").FullName;
        try
        {
            CsvExport.Write(SmallCorpus.Incidents, folder);
            Assert.Equal(CsvExport.Files.Order(StringComparer.Ordinal), Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
            foreach (var file in CsvExport.Files)
                Approved.Matches($"export/{file}", File.ReadAllBytes(Path.Combine(folder, file)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void The_order_in_which_the_documents_come_changes_no_byte()
    {
        var forwards = Formats.All(SmallCorpus.Incidents, Options);
        var backwards = Formats.All([.. SmallCorpus.Incidents.Reverse()], Options);
        Assert.Equal(forwards, backwards);
    }

    [Fact]
    public void The_language_of_the_machine_changes_no_byte()
    {
        var before = CultureInfo.CurrentCulture;
        var here = Formats.All(SmallCorpus.Incidents, Options);
        var elsewhere = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        elsewhere.NumberFormat.NumberDecimalSeparator = ",";
        elsewhere.NumberFormat.NumberGroupSeparator = ".";
        elsewhere.NumberFormat.NegativeSign = "minus";
        elsewhere.DateTimeFormat.ShortDatePattern = "dd.MM.yy";
        try
        {
            CultureInfo.CurrentCulture = elsewhere;
            Assert.Equal(here, Formats.All(SmallCorpus.Incidents, Options));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_report_names_its_corpus_its_version_and_its_definitions()
    {
        var hash = ReliabilityReview.From(SmallCorpus.Incidents, Options).Provenance.CorpusHash;
        Assert.All(Formats.All(SmallCorpus.Incidents, Options), report =>
        {
            Assert.Contains(hash, report, StringComparison.Ordinal);
            Assert.Contains("1.2.3", report, StringComparison.Ordinal);
            Assert.Contains("Hyndman and Fan", report, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_hash_is_of_the_texts_and_not_of_where_they_lie()
    {
        var moved = SmallCorpus.Incidents.Select(static i => i with { Source = $"elsewhere/{i.Source}", Id = $"{i.Id}-moved" }).ToList();
        var changed = SmallCorpus.Incidents.SetItem(0, SmallCorpus.Incidents[0] with { Text = "another text" });
        Assert.Equal(Hash(SmallCorpus.Incidents), Hash(moved));
        Assert.NotEqual(Hash(SmallCorpus.Incidents), Hash(changed));
    }

    private static string Hash(IReadOnlyList<PostmortemInsights.Incidents.Incident> incidents) => ReliabilityReview.From(incidents, Options).Provenance.CorpusHash;
}
