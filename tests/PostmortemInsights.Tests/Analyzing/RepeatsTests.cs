using System.Collections.Immutable;
using PostmortemInsights.Analyzing;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Tests.Analyzing;

public class RepeatsTests
{
    private static readonly Incident First = Sample.Incident("a.md", "2024-02-01T10:00", 60, "expiry", "certificate")
        .Because("The certificate ran out at midnight.").Promised("Inventory of all certificates with their end date").Promised("Buy lunch for Ann");

    private static readonly Incident Second = Sample.Incident("b.md", "2024-08-01T10:00", 90, "expiry", "certificate;client")
        .Because("The client certificate had passed the end of its validity.").Promised("Keep a list of every certificate and key that can expire");

    [Fact]
    public void A_cause_that_came_back_is_told_with_its_dates_and_its_time()
    {
        var cause = Find(First, Second).Causes.Single();
        Assert.Equal("a certificate ran out", cause.What);
        Assert.Equal(["certificate", "client"], cause.Components);
        Assert.Equal([182], cause.DaysBetween);
        Assert.Equal((150.0, 2), (cause.TotalMinutes, cause.DurationKnown));
    }

    [Fact]
    public void A_promise_that_was_aimed_at_the_cause_is_told_when_it_came_back()
    {
        var promise = Find(First, Second).Causes.Single().Promises.Single();
        Assert.Equal(("2024-Q1", "2024-Q3"), (promise.Promised, promise.CameBack));
        Assert.Equal("Inventory of all certificates with their end date", promise.Action.Text);
        Assert.Equal("b.md", promise.Next.Source);
    }

    [Fact]
    public void Causes_of_one_category_that_say_different_things_are_not_one()
    {
        var leap = Sample.Incident("c.md", "2024-09-01T10:00", 5, "expiry", "compute").Because("A leap second was inserted.");
        Assert.Equal(2, Find(First, Second, leap).Causes.Single().Incidents.Length);
    }

    [Fact]
    public void Causes_that_nobody_knows_do_not_come_back()
    {
        var unknown = Enumerable.Range(1, 3).Select(static i => Sample.Incident($"{i}.md", "2024-01-01", cause: "unknown").Because("Not known."));
        Assert.Empty(Find([.. unknown]).Causes);
    }

    [Fact]
    public void Things_to_do_are_grouped_across_wordings_and_incidents()
    {
        var action = Find(First, Second).Actions.Single();
        Assert.Equal(("inventory of what expires", 2, 2, 2), (action.What, action.Incidents, action.WithoutOwner, action.WithoutDue));
    }

    [Fact]
    public void The_same_thing_twice_in_one_document_has_not_come_back()
    {
        var twice = Sample.Incident("c.md", "2024-01-01").Promised("Load test at 4x").Promised("Load test in the pipeline");
        Assert.Empty(Find(twice).Actions);
    }

    [Fact]
    public void A_quarter_shows_what_came_back_in_it_with_what_was_before()
    {
        var other = Enumerable.Range(1, 2).Select(static i => Sample.Incident($"{i}.md", "2024-01-01", cause: "capacity").Because("The disk was full."));
        var repeats = Repeats.From([First, Second, .. other], new ReviewOptions { Quarter = "2024-Q3" });
        Assert.Equal(["a.md", "b.md"], repeats.Causes.Single().Incidents.Select(static i => i.Source));
        Assert.Equal(4, repeats.Incidents);
        Assert.Empty(Repeats.From([First, Second], new ReviewOptions { Quarter = "2024-Q2" }).Causes);
    }

    private static Repeats Find(params ImmutableArray<Incident> incidents) => Repeats.From(incidents, new ReviewOptions());
}
