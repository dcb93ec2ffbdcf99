using PostmortemInsights.Incidents;

namespace PostmortemInsights.Tests.Parsing.Narrative;

public sealed class DetectionTests
{
    [Theory]
    [InlineData("10:05 UTC: Monitoring alerted the on-call engineer.", DetectionMethod.Monitoring)]
    [InlineData("10:05 UTC: Engineer received a PagerDuty alert.", DetectionMethod.Monitoring)]
    [InlineData("10:05 UTC: Sentry reported new errors.", DetectionMethod.Monitoring)]
    [InlineData("10:05 UTC: Customers complained about failed payments.", DetectionMethod.Customer)]
    [InlineData("10:05 UTC: First support ticket came in.", DetectionMethod.Customer)]
    [InlineData("10:05 UTC: Users reported errors, and monitoring showed a spike.", DetectionMethod.Customer)]
    [InlineData("10:05 UTC: An engineer noticed that the shop was slow.", DetectionMethod.Staff)]
    [InlineData("10:05 UTC: Noticed through staff complaints.", DetectionMethod.Staff)]
    [InlineData("10:05 UTC: The issue was detected.", null)]
    public void Who_noticed_first(string entry, DetectionMethod? method)
    {
        var incident = Parsed.Timeline("A full disk.", "10:00 UTC: Release deployed.", entry, "10:20 UTC: Monitoring detected more errors.");

        Assert.Equal(method ?? DetectionMethod.Monitoring, incident.DetectionMethod);
        Assert.Equal("2024-03-03T10:05+00:00", incident.DetectedAt?.ToString());
    }

    [Theory]
    [InlineData("We will add monitoring that alerts us when the disk is full.")]
    [InlineData("Monitoring failed to detect the error.")]
    [InlineData("The shop was slow.")]
    public void Plans_and_silent_monitors_notice_nothing(string text)
    {
        var incident = Parsed.Text("# Shop down\n\n" + text);

        Assert.Null(incident.DetectionMethod);
        Assert.Null(incident.DetectedAt);
    }

    [Fact]
    public void A_detection_section_goes_before_the_timeline()
    {
        var incident = Parsed.Text("# Shop down\n\n## Timeline\n\n- 10:20: Monitoring alert fired.\n\n## Detection\n\nA customer reported it at 10:10.\n");

        Assert.Equal(DetectionMethod.Customer, incident.DetectionMethod);
        Assert.Equal("T10:10", incident.DetectedAt?.ToString());
    }

    [Theory]
    [InlineData("How we knew: Customers, and then the newspapers.", DetectionMethod.Customer)]
    [InlineData("Who noticed: the call centre. Our probe stayed green.", DetectionMethod.Customer)]
    [InlineData("Reported by: the warehouse supervisor.", DetectionMethod.Staff)]
    [InlineData("Detected: host alarm.", DetectionMethod.Monitoring)]
    [InlineData("Customers in the north and the warehouse.", null)]
    public void A_field_may_tell_who_in_a_word(string line, DetectionMethod? method) =>
        Assert.Equal(method, Parsed.Text("# Shop down\n\n" + line + "\n\nThe shop was slow.\n").DetectionMethod);

    [Theory]
    [InlineData("10:05 UTC: Alarm.", DetectionMethod.Monitoring)]
    [InlineData("10:05 UTC: First tweet.", DetectionMethod.Customer)]
    [InlineData("10:05 UTC: A guest writes that the menu is empty.", DetectionMethod.Customer)]
    [InlineData("10:05 UTC: Maria sees it herself.", DetectionMethod.Staff)]
    public void A_first_entry_may_tell_who_in_a_word(string entry, DetectionMethod method)
    {
        var incident = Parsed.Timeline("A full disk.", "10:00 UTC: Release deployed.", entry, "10:30 UTC: Disk extended.");

        Assert.Equal(method, incident.DetectionMethod);
        Assert.Equal("2024-03-03T10:05+00:00", incident.DetectedAt?.ToString());
    }
}
