using System.Text.Json;
using PostmortemInsights.Analyzing;
using PostmortemInsights.Incidents;
using PostmortemInsights.Reporting;

namespace PostmortemInsights.Tests.Reporting;

public class ReviewFormatTests
{
    [Fact]
    public void A_corpus_with_nothing_in_it_says_so()
    {
        var text = Text([]);
        Assert.Contains("There were no documents to read, so there is nothing to report.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
    }

    private static string Text(IReadOnlyList<Incident> incidents)
    {
        var writer = new StringWriter();
        ReviewText.Write(ReliabilityReview.From(incidents, new ReviewOptions()), writer, 100);
        return writer.ToString();
    }
}
