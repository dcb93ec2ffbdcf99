using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Narrative;

namespace PostmortemInsights.Tests.Parsing.Narrative;

public class ActionItemReaderTests
{
    [Theory]
    [InlineData("## Action items\n- Add an alert\n- Rotate the logs\n", "Add an alert|Rotate the logs")]
    [InlineData("Corrective measures:\nAdd an alert on disks.\nRotate the logs daily.\nIn conclusion, we learned a lot.\n", "Add an alert on disks.|Rotate the logs daily.")]
    [InlineData("## Corrective measures\nTo prevent this, we will take the following steps:\n- Add an alert\n\nBy implementing these measures, we sleep better.\n", "Add an alert")]
    [InlineData("## Corrective measures\n**Improvements:**\n- Add an alert\n\n**Tasks:**\n- Rotate the logs\n", "Add an alert|Rotate the logs")]
    [InlineData("## Follow-ups\n- Improvements/Fixes:\n  - Add an alert\n  - Rotate the logs\n- Tasks:\n  - Write a runbook\n", "Add an alert|Rotate the logs|Write a runbook")]
    [InlineData("## Follow-ups\n1. Better alerts:\n   - Page at 80 percent\n2. Better logs:\n   - Rotate them daily\n", "Better alerts: Page at 80 percent|Better logs: Rotate them daily")]
    [InlineData("## Follow-ups\n- Move to new disks\n  - they are faster\n  - they are cheaper\n", "Move to new disks")]
    [InlineData("Task List\nPatch the database:\nApply the vendor's patch at once.\n\nTraining:\nTeach the team how to restore.\n", "Patch the database: Apply the vendor's patch at once.|Training: Teach the team how to restore.")]
    [InlineData("## Action items\nMonitoring: watch the disks.\nTask 1: rotate the logs.\n", "Monitoring: watch the disks.|Task 1: rotate the logs.")]
    [InlineData("## Improvements\nEnsure that every host reports its disks. Improve the alerts for them.\n", "Ensure that every host reports its disks.|Improve the alerts for them.")]
    [InlineData("## Action items\n### Process improvements\n### Technical improvements\n- Rotate the logs\n", "Rotate the logs")]
    [InlineData("## Future work\n### Identified problems:\n- No spare router\n### Improvement plan:\n- Buy a spare router\n", "Buy a spare router")]
    [InlineData("## Action items\n- 🚀 Add an alert\n- None\n- https://tracker.example/12\n", "Add an alert")]
    [InlineData("## Actions\n- [x] Add an alert\n- [ ] Rotate the logs\n", "Add an alert|Rotate the logs")]
    public void Lists_in_any_hand_give_one_item_each(string text, string items) => Assert.Equal(items.Split('|'), Read(text));

    [Theory]
    [InlineData("# Outage\nThe disk was full. We will add an alert on disks. Moving forward, we plan to rotate the logs.\n", "We will add an alert on disks.|Moving forward, we plan to rotate the logs.")]
    [InlineData("# Outage\n## Lessons learned\nHere is what we are doing to prevent this:\n- Alerts on disks\n- Rotation of logs\n", "Alerts on disks|Rotation of logs")]
    [InlineData("# Outage\n## Resolution\n- Restarted the host\n- Added a guard against similar incidents in the future\n", "Added a guard against similar incidents in the future")]
    [InlineData("# Outage\n## Lessons learned\n### What went well\n- The alert came at once.\n", "")]
    [InlineData("# Outage\n**Update**: We will keep watching the servers tonight.\n", "")]
    public void Prose_gives_what_it_promises(string text, string items) =>
        Assert.Equal(items.Split('|', StringSplitOptions.RemoveEmptyEntries), Read(text));

    [Theory]
    [InlineData("Alert on disks (Ana, 3 May)", "Ana", "3 May")]
    [InlineData("Alert on disks – Ana – next week", "Ana", "next week")]
    [InlineData("Alert on disks. Storage team, done", "Storage team", null)]
    [InlineData("Alert on disks. Owner: Head of Storage. Due 31 May 2024.", "Head of Storage", "31 May 2024")]
    [InlineData("Alert on disks @ana-b by Q3", "ana-b", "Q3")]
    [InlineData("Conduct load tests by May 15th, 2024.", null, "May 15th, 2024")]
    [InlineData("Ana to write a runbook", "Ana", null)]
    [InlineData("Strengthen reviews - our vigilant editors.", null, null)]
    [InlineData("Alert on disks. Owner: to be decided", null, null)]
    public void Owner_and_due_date_are_read_from_the_notes(string item, string? owner, string? due)
    {
        var action = Assert.Single(ActionItemReader.Read(Texts.Outline("## Action items\n- " + item + "\n")));
        Assert.Equal((owner, due), (action.Owner, action.Due));
    }

    [Fact]
    public void A_table_gives_the_column_of_the_action_with_owner_and_date()
    {
        const string Text = "## Action items\n| # | Type | Action | Owner | Due |\n|---|---|---|---|---|\n| 1 | prevent | Rotate the logs | Ana | 3 May |\n| 2 | detect | Alert on disks | unassigned | TBD |\n";
        var actions = ActionItemReader.Read(Texts.Outline(Text));
        Assert.Equal([("Rotate the logs", "Ana", "3 May"), ("Alert on disks", null, null)], actions.Select(static a => (a.Text, a.Owner, a.Due)));
    }

    [Theory]
    [InlineData("Add an alert on the dashboard", ActionKind.Detect)]
    [InlineData("Train the on-call engineers", ActionKind.Training)]
    [InlineData("Write a runbook for restores", ActionKind.Documentation)]
    [InlineData("Practise the rollback so that recovery is faster", ActionKind.Mitigate)]
    [InlineData("Change the review procedure", ActionKind.Process)]
    [InlineData("Buy better cables", ActionKind.Prevent)]
    public void Kind_follows_from_the_words(string item, ActionKind kind) => Assert.Equal(kind, ActionKinds.Of(item));

    [Fact]
    public void Each_item_has_its_place()
    {
        const string Text = "## Action items\n- Add an **alert**\n";
        var span = Assert.Single(ActionItemReader.Read(Texts.Outline(Text))).Span;
        Assert.Equal("Add an **alert", Text[span.Start..span.End]);
    }

    private static IEnumerable<string> Read(string text) => ActionItemReader.Read(Texts.Outline(text)).Select(static item => item.Text);
}
