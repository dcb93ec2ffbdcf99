using System.Collections.Immutable;
using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing;

namespace PostmortemInsights.Tests.Indexing;

public sealed class SimilarIncidentsTests
{
    private static readonly Incident[] Incidents =
    [
        Of("a.md", "Checkout hangs, connections to the database time out.", "expiry", "database", "We raised the pool limit and restarted the service."),
        Of("b.md", "Orders freeze because database connections time out.", "capacity", "database", "The pool limit was raised."),
        Of("c.md", "Orders freeze because database connections time out.", "expiry", "certificate", "The certificate was renewed."),
        Of("d.md", "Mail was delayed.", "expiry", "certificate", "Renewed."),
    ];

    [Fact]
    public void Says_what_is_alike()
    {
        var similar = Find(Incidents[0]);
        Assert.Equal([2, 1], similar.Select(other => other.Document));
        Assert.Equal([LikenessAspect.Symptoms, LikenessAspect.Cause], similar[0].Alike.Select(likeness => likeness.Aspect));
        Assert.Equal([LikenessAspect.Symptoms, LikenessAspect.Component, LikenessAspect.Fix], similar[1].Alike.Select(likeness => likeness.Aspect));
        Assert.Equal("expiry", similar[0].Alike[1].Text);
        Assert.Equal("raised, pool, limit", similar[1].Alike[2].Text);
    }

    [Fact]
    public void An_incident_outside_the_index_is_compared_too() =>
        Assert.Equal(1, Find(Of("new.md", "Database connections time out", "capacity", "database", ""))[0].Document);

    [Fact]
    public void Nothing_is_alike_in_its_date_or_its_form()
    {
        var given = Of("e.md", "Summary: on Monday 4 March 2024, 10:20 UTC, database connections timed out.", "unknown", "unknown", "");
        Assert.Equal("connections timed out, database connections", string.Join(", ", Words(given).Order(StringComparer.Ordinal)));

        IEnumerable<string> Words(Incident incident)
        {
            var same = Of("f.md", "Incident summary, Monday 4 March 2024: 10:20 UTC database connections timed out", "unknown", "unknown", "");
            using var index = TemporaryIndex.Of([same]);
            var similar = Assert.Single(SimilarIncidents.Find(incident, index.Engine, _ => same));
            return similar.Alike.Single(likeness => likeness.Aspect == LikenessAspect.Symptoms).Text.Split(", ");
        }
    }

    private static ImmutableArray<SimilarIncident> Find(Incident incident)
    {
        using var index = TemporaryIndex.Of(Incidents);
        return SimilarIncidents.Find(incident, index.Engine, document => Incidents[document]);
    }

    private static Incident Of(string source, string text, string cause, string component, string fix) => new()
    {
        Source = source,
        Id = "000000000000",
        Text = text,
        IsPostmortem = true,
        Passages = [new Passage(PassageKind.Summary, new SourceSpan(0, text.Length))],
        Causes = [new Label(cause, 0.9, [])],
        Components = [new Label(component, 0.9, [])],
        Resolution = fix,
    };
}
