using PostmortemInsights.Analyzing;

namespace PostmortemInsights.Reporting.Pages;

/// <summary>What was blamed first, and what that cost.</summary>
internal static class LedgerSection
{
    private const int ShownSymptoms = 3;

    public static Section Of(ReliabilityReview review) => review.Ledger.Paths == 0
        ? new Section("What was blamed first", new Paragraph($"None of the {Figures.Count(review.Coverage.Incidents, "incident")} tells of a wrong path."))
        : new Section("What was blamed first", new Paragraph(Summary(review.Ledger)), ByBlame(review.Ledger));

    private static string Summary(MisleadingLedger ledger)
    {
        var told = $"{Figures.Of(ledger.Incidents, "incident")} tell of a wrong path, {Figures.Count(ledger.Paths, "path")} in all.";
        return ledger.Timed == 0
            ? $"{told} The clock tells the minutes of none."
            : $"{told} For {Figures.Count(ledger.Timed)} of them the clock tells the minutes: a median of {Figures.Minutes(ledger.MedianMinutes)}, "
                + $"{Figures.Minutes(ledger.TotalMinutes)} in all, {Figures.PartOf(ledger.MinutesWithin, ledger.IncidentMinutes)} of the duration of the "
                + "incidents concerned.";
    }

    private static Table ByBlame(MisleadingLedger ledger) => new(
        $"{Figures.Count(ledger.Paths, "wrong path")} by what was blamed; an incident can stand in several rows",
        [
            "blamed", Column.Figure("paths"), Column.Figure("timed"), Column.Figure("median lost"), Column.Figure("total lost"),
            Column.Figure("of incident time"), "turned out to be", "symptoms", Column.Below("incidents"),
        ],
        [.. ledger.Rows.Select(Blamed)]);

    private static Row Blamed(LedgerRow r) => new(
        r.Blamed, Figures.Count(r.Paths), Figures.Count(r.Timed), Figures.Minutes(r.MedianMinutes),
        r.Timed > 0 ? Figures.Minutes(r.TotalMinutes) : Figures.None, Figures.PartOf(r.MinutesWithin, r.IncidentMinutes),
        Figures.Names(r.TurnedOutToBe), Figures.Names(r.Symptoms, ShownSymptoms), r.Incidents);
}
