using PostmortemInsights.Analyzing;

namespace PostmortemInsights.Reporting.Pages;

/// <summary>What was read, and how much of it tells what.</summary>
internal static class CoverageSection
{
    public static Section Of(ReliabilityReview review) => review.Coverage.Incidents == 0
        ? new("What was read", new Paragraph(Counts(review)))
        : new("What was read", new Paragraph(Counts(review)), Fields(review.Coverage));

    private static string Counts(ReliabilityReview review)
    {
        var c = review.Coverage;
        var left = review.Period.IsUnlimited
            ? ""
            : $" {Figures.Count(c.OtherDates, "postmortem")} of other dates and {Figures.Count(c.Undated)} without a date are left out.";
        return $"Period: {review.Period.Name}. Of {Figures.Count(c.Documents, "document")}, {Figures.Count(c.NotPostmortems)} {(c.NotPostmortems == 1 ? "reports" : "report")} "
            + $"no incident, {Figures.Count(c.Unread)} could not be read, and {Figures.Count(c.Incidents)} {(c.Incidents == 1 ? "is" : "are")} reviewed here.{left}";
    }

    private static Table Fields(Coverage coverage) => new(
        $"What the {Figures.Count(coverage.Incidents, "incident")} tell",
        ["field", Column.Figure("incidents that tell it")],
        [.. coverage.Fields.Select(static f => new Row(f.Field, Figures.Of(f.Known)))]);
}
