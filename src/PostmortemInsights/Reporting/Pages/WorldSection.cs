using PostmortemInsights.Analyzing;

namespace PostmortemInsights.Reporting.Pages;

/// <summary>The corpus beside published studies.</summary>
internal static class WorldSection
{
    public static Section Of(ReliabilityReview review) => new(
        "You against the world",
        [
            new Paragraph("Shares here are of the incidents whose cause or trigger is known, by the primary cause. Each study counts in its own way; its note says what to mind."),
            .. review.World.SelectMany(Study),
        ]);

    private static IEnumerable<Block> Study(PublishedStudy study)
    {
        yield return new Table(
            $"{study.Study} ({study.Venue}): {study.Sample}",
            ["category there", "counted here as", Column.Figure("there"), Column.Figure("here")],
            [.. study.Rows.Select(Share)]);
        yield return new Paragraph($"On {study.Venue}: {study.Note}");
    }

    private static Row Share(PublishedShare s) => new(
        $"{s.Category} ({s.Kind})", s.Counterparts.Length > 0 ? string.Join(", ", s.Counterparts) : "nothing fits",
        Figures.PublishedPercent(s.PublishedPercent), s.Here is { } here ? Figures.With(here) : Figures.None);
}
