using PostmortemInsights.Analyzing;

namespace PostmortemInsights.Reporting;

/// <summary>What was blamed first, and what that cost.</summary>
internal static class LedgerSection
{
    public static Section Of(ReliabilityReview review)
    {
        var ledger = review.Ledger;
        var summary = $"{Figures.Of(ledger.Incidents)} incidents tell of a wrong path, {Figures.Count(ledger.Paths, "path")} in all. "
            + $"For {Figures.Count(ledger.Timed)} of them the clock tells the minutes: a median of {Figures.Minutes(ledger.MedianMinutes)}, "
            + $"{Figures.Minutes(ledger.TotalMinutes)} in all, {Share(ledger.MinutesWithin, ledger.IncidentMinutes)} of the duration of the incidents concerned.";
        return ledger.Paths == 0
            ? new Section("What was blamed first", new Paragraph("No document tells of a wrong path."))
            : new Section("What was blamed first", new Paragraph(summary), ByBlame(ledger));
    }

    private static Table ByBlame(MisleadingLedger ledger) => new(
        $"{Figures.Count(ledger.Paths, "wrong path")} by what was blamed",
        [
            "blamed", Figure("paths"), Figure("timed"), Figure("median lost"), Figure("total lost"), Figure("share of incident time"),
            "turned out to be", "symptoms", "incidents",
        ],
        [.. ledger.Rows.Select(Blamed)]);

    private static Row Blamed(LedgerRow r) => new(
        r.Blamed, Figures.Count(r.Paths), Figures.Count(r.Timed), Figures.Minutes(r.MedianMinutes),
        r.Timed > 0 ? Figures.Minutes(r.TotalMinutes) : Figures.None, Share(r.MinutesWithin, r.IncidentMinutes),
        Figures.Names(r.TurnedOutToBe), Figures.Names(r.Symptoms, 3), r.Incidents);

    private static Column Figure(string name) => new(name, IsFigure: true);

    private static string Share(double part, double whole) => Figures.Percent(whole > 0 ? part / whole : null);
}
