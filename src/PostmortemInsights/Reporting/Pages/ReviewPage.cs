using System.Collections.Immutable;
using PostmortemInsights.Analyzing;

namespace PostmortemInsights.Reporting.Pages;

/// <summary>A review as a page: which sections, in which order.</summary>
internal static class ReviewPage
{
    public static Page Of(ReliabilityReview review) => new(
        $"Reliability review: {review.Period.Name}", Headlines.Of(review), review.Coverage.Incidents == 0 ? Empty(review) : Whole(review));

    private static ImmutableArray<Section> Whole(ReliabilityReview review) =>
    [
        .. TimeSections.Of(review),
        CauseSection.Of(review),
        LedgerSection.Of(review),
        ActionSection.Of(review),
        .. RepeatSections.Of(review.Repeats),
        WorldSection.Of(review),
        StripSection.Of(review),
        CoverageSection.Of(review),
        QualitySection.Of(review.Quality),
        ProvenanceSection.Of(review.Provenance),
    ];

    private static ImmutableArray<Section> Empty(ReliabilityReview review) =>
        [CoverageSection.Of(review), .. review.Quality.Unread.IsEmpty ? Enumerable.Empty<Section>() : [QualitySection.Of(review.Quality)], ProvenanceSection.Of(review.Provenance)];
}
