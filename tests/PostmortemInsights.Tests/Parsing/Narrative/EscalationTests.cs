namespace PostmortemInsights.Tests.Parsing.Narrative;

public sealed class EscalationTests
{
    [Theory]
    [InlineData("Incident escalated to the database team.")]
    [InlineData("Handed over to the network engineers.")]
    [InlineData("Opened a ticket with the hosting provider.")]
    [InlineData("Called in the senior engineer.")]
    [InlineData("We contacted the provider's support.")]
    [InlineData("The ticket was forwarded to the SRE team.")]
    public void Raised_to_others(string entry) => Assert.True(Parsed.Timeline("A full disk.", "10:05: " + entry).Escalated);

    [Theory]
    [InlineData("No escalation was needed.")]
    [InlineData("The on-call engineer was alerted.")]
    [InlineData("The incident was not escalated.")]
    [InlineData("The attacker escalated privileges.")]
    [InlineData("The conflict was de-escalated.")]
    public void Kept_where_it_was(string entry) => Assert.False(Parsed.Timeline("A full disk.", "10:05: " + entry).Escalated);

    [Fact]
    public void A_follow_up_about_escalation_is_none() =>
        Assert.False(Parsed.Text("# Shop down\n\n## Timeline\n\n- 10:00: Alert fired.\n\n## Action items\n\n- Escalate sooner to the vendor.\n").Escalated);
}
