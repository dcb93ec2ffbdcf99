using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing;
using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Tests.Parsing.Outlining;

public sealed class SectionNamesFileTests
{
    private const string Report = """
        # Orders were refused

        ## Die Chronik
        - 2024-05-02 09:10 UTC: Orders are refused by the till.
        - 2024-05-02 09:40 UTC: Orders work again.

        ## Homework of the team
        - Alert on refused orders.
        """;

    [Fact]
    public void A_team_names_its_sections()
    {
        var own = Read("""
            timeline: [Die Chronik]
            actions: ["homework*"]
            """);
        var (before, after) = (Parse(SectionNames.Default), Parse(own));
        Assert.Empty(before.ActionItems);
        Assert.Equal(["Alert on refused orders."], after.ActionItems.Select(item => item.Text));
        Assert.Equal(2, after.Timeline.Length);
        Assert.All(after.Timeline, entry => Assert.False(entry.Derived));
    }

    [Fact]
    public void What_a_team_names_goes_before_the_shipped_names()
    {
        var own = Read("lessons: [Action items, '* tasks']");
        Assert.Equal(PassageKind.Actions, SectionNames.Default.Find("Action items").Kind);
        Assert.Equal(PassageKind.Lessons, own.Find("Action Items:").Exact);
        Assert.Equal(PassageKind.Lessons, own.Find("3. Our tasks").Kind);
        Assert.Equal(PassageKind.RootCause, own.Find("Root cause").Exact);
    }

    [Fact]
    public void A_star_stands_for_any_words_or_none()
    {
        var own = Read("actions: ['what * owes', '* by easter *']");
        Assert.Equal(PassageKind.Actions, own.Find("What the ferry company owes").Kind);
        Assert.Equal(PassageKind.Actions, own.Find("What owes").Kind);
        Assert.Null(own.Find("What the ferry company owes us").Kind);
        Assert.Equal(PassageKind.Actions, own.Find("By Easter").Kind);
    }

    [Theory]
    [InlineData("What we're doing about it")]
    [InlineData("What we’re doing about it:")]
    [InlineData("What we are doing about it")]
    [InlineData("So that it doesnt happen again")]
    [InlineData("5. So it doesn't happen again")]
    public void One_name_is_written_in_several_ways(string heading) =>
        Assert.Equal(PassageKind.Actions, SectionNames.Default.Find(heading).Exact);

    [Fact]
    public void Names_of_another_version_have_another_version()
    {
        Assert.Equal("", SectionNames.Default.Version);
        Assert.NotEqual(Read("timeline: [Chronik]").Version, Read("timeline: [Chronicle]").Version);
        Assert.Equal(Read("timeline: [Chronik]").Version, Read("timeline: [Chronik]").Version);
    }

    [Fact]
    public void An_empty_file_adds_nothing() => Assert.Equal(PassageKind.Timeline, Read("# nothing yet\n").Find("Timeline").Exact);

    [Theory]
    [InlineData("timelime: [Chronik]\n", "line 1: 'timelime' is none of actions, code, detection,")]
    [InlineData("impact: [Harm]\ntimeline: Chronik\n", "line 2: timeline is a list of names.")]
    [InlineData("timeline:\n  - [Chronik]\n", "line 2: a name is expected here.")]
    [InlineData("timeline:\n  - '**'\n", "line 2: '**' is no name: it has no letter.")]
    [InlineData("- Chronik\n", "line 1: the file holds kinds of sections (actions,")]
    [InlineData("timeline: [\n", "this is not YAML")]
    [InlineData("timeline: [Chronik]\n\n[The\nPilot](https://pilot.example/ferries/) had\n", "sections.yml, line 1: this is not YAML: what follows it can't be read")]
    public void A_mistake_comes_with_its_line(string text, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => Read(text)).Message, StringComparison.Ordinal);

    private static Incident Parse(SectionNames names) =>
        PostmortemParser.Parse(new SourceDocument("a.md", Report, DocumentFormat.Markdown, "utf-8", null), names);

    private static SectionNames Read(string text)
    {
        using var folder = new TemporaryFolder();
        folder.Write("sections.yml", text);
        return SectionNamesFile.ReadBeside(folder.Path);
    }
}
