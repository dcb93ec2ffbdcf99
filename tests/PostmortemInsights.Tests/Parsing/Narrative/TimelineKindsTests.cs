using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Narrative;
using PostmortemInsights.Parsing.Phrasing;

namespace PostmortemInsights.Tests.Parsing.Narrative;

public sealed class TimelineKindsTests
{
    [Theory]
    [InlineData("Monitoring detected a rise of errors.", TimelineKind.Detection)]
    [InlineData("On-call engineer began investigating.", TimelineKind.Investigation)]
    [InlineData("Escalated to the vendor after the fix failed.", TimelineKind.Escalation)]
    [InlineData("Root cause identified: an expired certificate.", TimelineKind.Identification)]
    [InlineData("Rolled back the release.", TimelineKind.Mitigation)]
    [InlineData("Full service restored.", TimelineKind.Resolution)]
    [InlineData("Checked for the root cause.", TimelineKind.Investigation)]
    [InlineData("Lunch.", TimelineKind.Other)]
    public void What_an_entry_tells(string text, TimelineKind kind) => Assert.Equal(kind, TimelineKinds.Of(TextWords.Terms(text)));

    [Theory]
    [InlineData("Release 12 deployed.", TimelineKind.Other)]
    [InlineData("Maria sees errors in the shop.", TimelineKind.Detection)]
    [InlineData("Compared the settings of both hosts.", TimelineKind.Investigation)]
    [InlineData("Maria sees a full disk on the second host.", TimelineKind.Identification)]
    [InlineData("Disk extended.", TimelineKind.Mitigation)]
    [InlineData("Orders flow.", TimelineKind.Resolution)]
    public void What_an_entry_tells_in_its_place(string text, TimelineKind kind)
    {
        var incident = Parsed.Timeline(
            "A full disk.",
            "10:00 UTC: Release 12 deployed.",
            "10:05 UTC: Maria sees errors in the shop.",
            "10:10 UTC: Compared the settings of both hosts.",
            "10:20 UTC: Maria sees a full disk on the second host.",
            "10:30 UTC: Disk extended.",
            "10:40 UTC: Orders flow.");

        Assert.Equal(kind, Assert.Single(incident.Timeline, entry => entry.Text == text).Kind);
    }
}
