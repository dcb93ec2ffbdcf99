using PostmortemInsights.Classifying;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Tests.Classifying;

public sealed class MendedPartsTests(ShippedClassifier shipped) : IClassFixture<ShippedClassifier>
{
    private const string Cause = "The shop lost its database: an update had altered a firewall rule, and queries ran into timeouts.";

    [Theory]
    [InlineData("Reverting the firewall rule let the queries through.")]
    [InlineData("At ten the old firewall rules were restored.")]
    [InlineData("We rolled back the new firewall settings.")]
    [InlineData("The firewall rule was re-created.")]
    public void What_the_fix_put_right_and_the_cause_names_is_where_it_broke(string fix) => Assert.Equal(["firewall"], Mended(Cause, fix));

    [Theory]
    [InlineData(Cause, "We asked the firewall team, who restored the route.")]
    [InlineData(Cause, "Restoring traffic meant a word with those at the firewall.")]
    [InlineData(Cause, "The firewall stayed as it was. Restored views did the rest.")]
    [InlineData("The shop lost its database.", "We reverted the firewall rule.")]
    [InlineData(Cause, "We reverted the allowlist.")]
    public void What_only_stands_near_or_the_cause_does_not_name_is_not(string cause, string fix) => Assert.Empty(Mended(cause, fix));

    [Fact]
    public void It_is_given_beside_what_the_story_speaks_of_most_and_never_before_it()
    {
        var components = shipped.Classifier.Classify(Report("The database could not be reached. A firewall rule between the database and its replica was altered by a database update.",
            "We reverted the firewall rule, and database connections came back to the database.")).Components;
        Assert.Equal("database", components[0].Category);
        Assert.Contains(components, c => c.Category == "firewall");
        Assert.All(components, c => Assert.True(c.Probability <= components[0].Probability));
        Assert.Equal(components.Select(c => c.Category).Distinct(), components.Select(c => c.Category));
    }

    private static Incident Report(string cause, string fix) => Postmortem.Of((PassageKind.RootCause, cause), (PassageKind.Resolution, fix));

    private static IEnumerable<string> Mended(string cause, string fix)
    {
        var components = Taxonomy.Default.Components;
        var stems = new Stems();
        var (parts, reader) = (new MendedParts(stems), new FeatureReader(components, stems));
        var zones = ZonedWords.Read(Report(cause, fix), stems.Find);
        return parts.Find(zones, reader.Hits(zones)).Select(c => components[c.Category].Id);
    }
}
