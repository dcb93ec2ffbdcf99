using PostmortemInsights.Classifying;

namespace PostmortemInsights.Tests.Classifying;

public sealed class TaxonomyFileTests
{
    [Fact]
    public void The_built_in_taxonomy_says_of_every_category_when_it_applies_and_what_points_to_it()
    {
        Assert.Equal((12, 18, 11), (Taxonomy.Default.Causes.Length, Taxonomy.Default.Components.Length, Taxonomy.Default.Triggers.Length));
        Assert.All(Enum.GetValues<Facet>().SelectMany(f => Taxonomy.Default[f]), category =>
        {
            Assert.EndsWith(".", category.Description, StringComparison.Ordinal);
            Assert.True(category.Cues.Length >= 10, category.Id);
        });
    }

    [Fact]
    public void A_team_adds_renames_and_extends_categories()
    {
        var taxonomy = Read("""
            causes:
              - id: vendor-lockout
                description: The vendor shut us out.
                cues: [locked out]
              - id: settings
                renames: configuration
              - id: capacity
                cues: [too few bees]
            """);
        Assert.Equal("vendor-lockout", taxonomy.Causes[^1].Id);
        Assert.Equal("settings", taxonomy.Find(Facet.Causes, "configuration"));
        Assert.Equal("settings", taxonomy.Find(Facet.Causes, "settings"));
        Assert.Contains("misconfigured", taxonomy.Causes[0].Names);
        Assert.Contains("too few bees", taxonomy.Causes.Single(c => c.Id == "capacity").Cues);
        Assert.Equal(Taxonomy.Default.Triggers, taxonomy.Triggers);
    }

    [Theory]
    [InlineData("causes:\n  - description: none\n", "line 2: an entry needs an id.")]
    [InlineData("causes:\n  - id: Two Words\n", "line 2: 'Two Words' is no id: use lower-case letters, digits and hyphens.")]
    [InlineData("reasons:\n  - id: x\n", "line 2: 'reasons' is none of causes, components, triggers.")]
    [InlineData("causes:\n  - id: x\n    colour: red\n", "line 3: 'colour' is none of id, description, names, cues, renames.")]
    [InlineData("causes:\n  - id: x\n    renames: nothing\n", "line 3: there is no category 'nothing' to rename.")]
    [InlineData("causes:\n  - id: x\n    cues: ['bug in {planet}']\n", "line 3: 'bug in {planet}' has a place for an unknown kind of name: write {provider} or {product}.")]
    [InlineData("causes: none\n", "line 1: causes is a list of entries.")]
    [InlineData("causes: [\n", "this is not YAML")]
    [InlineData("[The\nPilot](https://example.org) had: [x]\n", "line 2: this is not YAML")]
    public void A_mistake_comes_with_its_line(string text, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => Read(text)).Message, StringComparison.Ordinal);

    private static Taxonomy Read(string text)
    {
        using var folder = new TemporaryFolder();
        return TaxonomyFile.Read(folder.Write("taxonomy.yml", text));
    }
}
