using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Narrative;

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
    public void What_an_entry_tells(string text, TimelineKind kind) => Assert.Equal(kind, TimelineKinds.Of(text));
}
