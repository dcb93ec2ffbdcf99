using System.Collections.Immutable;
using PostmortemInsights.Analyzing.Excerpts;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Analyzing;

/// <summary>Everything that a reliability review shows, as figures; <c>Reporting</c> puts it into words.</summary>
public sealed record ReliabilityReview
{
    /// <summary>What the figures were made from and by what.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>The days that the review covers.</summary>
    public required ReviewPeriod Period { get; init; }

    /// <summary>What was read, and how much of it tells what.</summary>
    public required Coverage Coverage { get; init; }

    /// <summary>How long each phase took.</summary>
    public required ImmutableArray<DurationStatistics> Durations { get; init; }

    /// <summary>The distribution of the durations that are known and not contradictory.</summary>
    public required ImmutableArray<DurationBin> Distribution { get; init; }

    /// <summary>The quarters, and the last against the one before.</summary>
    public required Trend Trend { get; init; }

    /// <summary>Causes, components and triggers.</summary>
    public required Categories Categories { get; init; }

    /// <summary>Where the time goes.</summary>
    public required TimeSpent TimeSpent { get; init; }

    /// <summary>What was blamed first.</summary>
    public required MisleadingLedger Ledger { get; init; }

    /// <summary>What was promised.</summary>
    public required PromisedActions Actions { get; init; }

    /// <summary>What keeps coming back.</summary>
    public required Repeats Repeats { get; init; }

    /// <summary>The corpus beside published studies.</summary>
    public required ImmutableArray<PublishedStudy> World { get; init; }

    /// <summary>What a reader of the figures should know about the documents.</summary>
    public required DataQuality Quality { get; init; }

    /// <summary>The incidents, dated ones first by their day: what happened when.</summary>
    public required ImmutableArray<IncidentStrip> Incidents { get; init; }

    /// <summary>Reviews incidents, in whatever order they come; none is kept with its text.</summary>
    /// <param name="incidents">One record a document, also for documents that report no incident.</param>
    /// <param name="options">What the review covers.</param>
    /// <exception cref="FormatException">The options name a quarter that is none.</exception>
    public static ReliabilityReview From(IEnumerable<Incident> incidents, ReviewOptions options) => Of(ReviewedDocuments.Of(incidents), options);

    /// <summary>Reviews incidents by their excerpts, in whatever order they come.</summary>
    /// <param name="excerpts">What <see cref="ReviewExcerpt"/> makes of the record of each document.</param>
    /// <param name="options">What the review covers.</param>
    /// <exception cref="FormatException">The options name a quarter that is none.</exception>
    public static ReliabilityReview From(IEnumerable<byte[]> excerpts, ReviewOptions options) => Of(ReviewedDocuments.Read(excerpts), options);

    private static ReliabilityReview Of(ReviewedDocuments documents, ReviewOptions options)
    {
        var period = ReviewPeriod.Of(options);
        var all = documents.Incidents;
        var covered = all.Where(i => period.Contains(i.Date)).ToList();
        var courses = covered.ConvertAll(static i => i.Course);
        var repeats = Task.Run(() => Repeats.Of(documents, period));
        return new ReliabilityReview
        {
            Provenance = Provenance.Of(documents, options),
            Period = period,
            Coverage = Coverage.Of(documents, covered, period, options.Unread.Length),
            Distribution = DurationBin.Of(Phase.Resolve.Minutes(courses)),
            Categories = Categories.Of(covered),
            TimeSpent = TimeSpent.Of(covered),
            Ledger = MisleadingLedger.Of(covered),
            Actions = PromisedActions.Of(covered),
            World = PublishedDistributions.Of(covered),
            Incidents = [.. covered.Select(IncidentStrip.Of)],
            Quality = DataQuality.Of(covered, options.Unread),
            // What several processors share comes last: by then the repeats need one of them less.
            Durations = [.. Phase.All.AsParallel().AsOrdered().Select(phase => DurationStatistics.Of(phase, courses))],
            Trend = Trend.Of(covered, all, period),
            Repeats = repeats.GetAwaiter().GetResult(),
        };
    }
}
