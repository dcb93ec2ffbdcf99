using System.Collections.Immutable;
using NodaTime;
using PostmortemInsights.Analyzing;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing;

namespace PostmortemInsights.Tests.Analyzing;

/// <summary>What the figures of a review count, and of how many.</summary>
public class ReviewTests
{
    private static readonly ReviewOptions AllDates = new();

    [Fact]
    public void Known_unknown_and_contradictory_durations_add_up_to_all_incidents()
    {
        var durations = Review(
            Sample.Incident("a.md", "2024-01-01T10:00", 30),
            Sample.Incident("b.md", "2024-01-02"),
            Sample.Incident("c.md", "2024-01-03T10:00", 9).Warned(WarningCodes.EndBeforeStart)).Durations.Single(static d => d.Phase == "to resolve");
        Assert.Equal((1, 1, 1, 30.0), (durations.Known, durations.Unknown, durations.Contradictory, durations.Median!.Value));
    }

    [Fact]
    public void An_incident_whose_times_contradict_each_other_is_in_no_figure_about_time()
    {
        var review = Review(
            Sample.Incident("a.md", "2024-01-01T10:00", 30, "network").Misled("database", 10, 5),
            Sample.Incident("b.md", "2024-01-02T10:00", 5000, "network").Misled("database", 900, 5).Warned(WarningCodes.DurationMismatch));
        Assert.Equal(30, review.TimeSpent.TotalMinutes);
        Assert.Equal((2, 1, 10.0), (review.Ledger.Paths, review.Ledger.Timed, review.Ledger.TotalMinutes));
        Assert.Equal(30, review.Categories.Causes.Single().TotalMinutes);
        Assert.Equal("b.md", review.Quality.Contradictory.Single().Source);
    }

    [Fact]
    public void Phases_count_from_the_start_of_impact()
    {
        var review = Review(Sample.Incident("a.md", "2024-01-01T23:00", 120)
            .Detected(12).Entry(50, TimelineKind.Mitigation, "restarted").Entry(70, TimelineKind.Identification, "found")
            .Entry(90, TimelineKind.Mitigation, "rolled back").Entry(180, TimelineKind.Mitigation, "a month later"));
        Assert.Equal([12.0, 70, 90, 120], review.Durations.Select(static d => d.Median!.Value));
    }

    [Fact]
    public void Clock_times_without_a_date_roll_over_midnight()
    {
        var incident = Sample.Incident("a.md", "T23:30", 90) with { DetectedAt = Moment.Parse("T00:15") };
        Assert.Equal(45, Review(incident).Durations[0].Median!.Value);
    }

    [Fact]
    public void What_was_noticed_shortly_before_users_felt_it_was_noticed_at_once()
    {
        var early = Sample.Incident("a.md", "2024-01-01T10:00", 30).Detected(-20);
        var impossible = Sample.Incident("b.md", "2024-01-01T10:00", 30).Detected(-2000);
        Assert.Equal(0, Review(early).Durations[0].Median!.Value);
        Assert.Equal(1, Review(impossible).Durations[0].Contradictory);
    }

    [Fact]
    public void Time_goes_to_phases_only_where_both_ends_are_told()
    {
        var spent = Review(
            Sample.Incident("a.md", "2024-01-01T10:00", 100).Detected(10).Entry(60, TimelineKind.Identification, "found").Misled("network", 20, 15),
            Sample.Incident("b.md", "2024-01-02T10:00", 50).Detected(5)).TimeSpent;
        Assert.Equal([15.0, 50, 40, 0, 45], spent.Phases.Select(static p => p.Minutes));
        Assert.Equal((150.0, 20.0, 1), (spent.TotalMinutes, spent.WrongPathMinutes, spent.WrongPathIncidents));
    }

    [Fact]
    public void The_ledger_says_what_was_blamed_what_it_cost_and_what_it_was()
    {
        var ledger = Review(
            Sample.Incident("a.md", "2024-01-01T10:00", 100, "configuration").Misled("traffic", 10, 5).Misled("traffic", 30, 20),
            Sample.Incident("b.md", "2024-01-02T10:00", 60, "software-defect").Misled("traffic", 20, 5).Misled(null, null),
            Sample.Incident("c.md", "2024-01-03T10:00", 40)).Ledger;
        var traffic = ledger.Rows[0];
        Assert.Equal(("traffic", 3, 3, 20.0, 60.0), (traffic.Blamed, traffic.Paths, traffic.Timed, traffic.MedianMinutes, traffic.TotalMinutes));
        Assert.Equal((60.0, 160.0), (traffic.MinutesWithin, traffic.IncidentMinutes));
        Assert.Equal(["configuration", "software-defect"], traffic.TurnedOutToBe.Select(static n => n.Name));
        Assert.Equal(["a.md", "b.md"], traffic.Incidents.Select(static i => i.Source));
        Assert.Equal(("unknown", 0), (ledger.Rows[1].Blamed, ledger.Rows[1].Timed));
        Assert.Equal((2, 3), (ledger.Incidents.Count, ledger.Incidents.Of));
    }

    [Fact]
    public void A_wrong_path_costs_no_more_than_the_incident_lasted()
    {
        var ledger = Review(Sample.Incident("a.md", "2024-01-01T10:00", 30).Misled("network", 500, 5)).Ledger;
        Assert.Equal(30, ledger.TotalMinutes);
    }

    [Fact]
    public void The_ledger_names_the_symptoms()
    {
        const string Text = "Checkout answered with 502 errors.";
        var incident = Sample.Incident("a.md", "2024-01-01T10:00", 30, text: Text).Misled("network", 5, 1);
        var told = incident with { Passages = [new Passage(PassageKind.Impact, new SourceSpan(0, Text.Length))] };
        Assert.Contains("errors from the server", Review(told).Ledger.Rows[0].Symptoms.Select(static s => s.Name));
    }

    [Fact]
    public void A_quarter_is_compared_with_the_one_before_although_it_does_not_cover_it()
    {
        var before = Enumerable.Range(1, 12).Select(i => Sample.Incident($"b{i}.md", $"2024-02-{i + 10}T10:00", 10 + i));
        var after = Enumerable.Range(1, 12).Select(i => Sample.Incident($"c{i}.md", $"2024-05-{i + 10}T10:00", 100 + i));
        var review = ReliabilityReview.From([.. before, .. after], new ReviewOptions { Quarter = "2024-Q2" });
        var latest = review.Trend.Latest!;
        var change = latest.Phases.Single(static p => p.Phase == "to resolve");
        Assert.Equal((12, 12), (review.Coverage.Incidents, latest.IncidentsBefore));
        Assert.True(change is { IsDistinguishable: true, Ratio: > 5 and < 8 });
        Assert.False(latest.CountIsDistinguishable);
    }

    [Fact]
    public void A_quarter_that_the_period_cuts_is_not_compared()
    {
        Incident[] incidents =
        [
            Sample.Incident("a.md", "2024-02-01T10:00", 10), Sample.Incident("b.md", "2024-04-20T10:00", 20), Sample.Incident("c.md", "2024-06-20T10:00", 30),
        ];
        Assert.Equal("2024-Q1", Until(2024, 5, 31).Trend.Latest!.Quarter);
        Assert.Equal("2024-Q2", Until(2024, 6, 30).Trend.Latest!.Quarter);
        Assert.Null(ReliabilityReview.From(incidents, new ReviewOptions { From = new LocalDate(2024, 5, 1) }).Trend.Latest);

        ReliabilityReview Until(int year, int month, int day) => ReliabilityReview.From(incidents, new ReviewOptions { To = new LocalDate(year, month, day) });
    }

    [Fact]
    public void Few_incidents_cannot_tell_two_quarters_apart()
    {
        var review = Review(
            Sample.Incident("a.md", "2024-02-01T10:00", 10), Sample.Incident("b.md", "2024-02-02T10:00", 20),
            Sample.Incident("c.md", "2024-05-01T10:00", 100), Sample.Incident("d.md", "2024-05-02T10:00", 200));
        var change = review.Trend.Latest!.Phases.Single(static p => p.Phase == "to resolve");
        Assert.True(change is { IsDistinguishable: false, SmallestRatio: > 3 });
    }

    [Fact]
    public void Quarters_follow_the_fiscal_year()
    {
        var review = ReliabilityReview.From(
            [Sample.Incident("a.md", "2023-10-05T10:00", 10), Sample.Incident("b.md", "2024-01-05T10:00", 10)], new ReviewOptions { FiscalYearStarts = 10 });
        Assert.Equal(["FY2024-Q1", "FY2024-Q2"], review.Trend.Quarters.Select(static q => q.Quarter));
    }

    [Fact]
    public void Limits_leave_out_other_dates_and_what_has_no_date()
    {
        var review = ReliabilityReview.From(
            [Sample.Incident("a.md", "2024-03-31"), Sample.Incident("b.md", "2024-04-01"), Sample.Incident("c.md", "2024-04-02"), Sample.Incident("d.md")],
            new ReviewOptions { From = new LocalDate(2024, 4, 1), To = new LocalDate(2024, 4, 1) });
        Assert.Equal((1, 2, 1), (review.Coverage.Incidents, review.Coverage.OtherDates, review.Coverage.Undated));
        Assert.Equal("2024-04-01 to 2024-04-01", review.Period.Name);
    }

    [Fact]
    public void The_world_is_compared_with_what_is_known()
    {
        var google = Review(
            Sample.Incident("a.md", cause: "software-defect"), Sample.Incident("b.md", cause: "network"), Sample.Incident("c.md", cause: "unknown")).World[0];
        var software = google.Rows.Single(static r => r.Category == "software");
        Assert.Equal((41.35, 1, 2), (software.PublishedPercent, software.Here!.Value.Count, software.Here.Value.Of));
        Assert.Null(google.Rows.Single(static r => r.Category == "deployment planning").Here);
    }

    [Fact]
    public void Bins_double_in_width_and_hold_every_duration()
    {
        var bins = Review(
            Sample.Incident("a.md", "2024-01-01T10:00", 0.5), Sample.Incident("b.md", "2024-01-01T10:00", 4),
            Sample.Incident("c.md", "2024-01-01T10:00", 7)).Distribution;
        Assert.Equal([(0, 1, 1), (1, 2, 0), (2, 4, 0), (4, 8, 2)], bins.Select(static b => ((int)b.FromMinutes, (int)b.ToMinutes, b.Incidents)));
    }

    private static ReliabilityReview Review(params ImmutableArray<Incident> incidents) => ReliabilityReview.From(incidents, AllDates);
}
