using System.Collections.Immutable;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing;
using PostmortemInsights.Tests.Analyzing;

namespace PostmortemInsights.Tests.Reporting;

/// <summary>A year of a small company, made by hand: two outages of one cause, a promise that was not kept, a wrong path or two.</summary>
internal static class SmallCorpus
{
    public static readonly ImmutableArray<Incident> Incidents =
    [
        Sample.Incident("2024/01-certificate.md", "2024-01-14T02:00+00:00", 300, "expiry", "certificate", "# Shop not secure\n\nThe certificate had run out.")
            .Because("The certificate of the shop had run out at midnight.")
            .Detected(90).Misled("network", 45, 100, "we blamed the network").Entry(200, TimelineKind.Identification, "somebody reads the date")
            .Entry(290, TimelineKind.Mitigation, "new certificate installed")
            .Promised("Inventory of all certificates with their end dates", ActionKind.Prevent, "Ann", "March")
            .Promised("Alert 30 days before a certificate expires", ActionKind.Detect),
        Sample.Incident("2024/02-disk.md", "2024-02-20T09:30+00:00", 95, "capacity", "storage;database", "df says 100%.")
            .Because("The disk was full.").Detected(5).Entry(40, TimelineKind.Identification, "df says 100%")
            .Promised("Alert at 80% disk on all hosts", ActionKind.Detect, "Ben").Promised("Improve monitoring", ActionKind.Detect),
        Sample.Incident("2024/05-release.md", "2024-05-02T16:00+00:00", 25, "software-defect", "application", "An empty basket.")
            .Because("A null value in the basket.").Detected(1).Misled("database", 6, 4).Misled("traffic", null)
            .Promised("Test cases for empty baskets", ActionKind.Prevent, "Cleo", "2024-05-31"),
        Sample.Incident("2024/07-certificate-again.md", "2024-07-01T00:00+00:00", 480, "expiry", "certificate", "The partner turns us away.")
            .Because("The client certificate for the payment partner reached its end date.").Detected(400)
            .Promised("Monitoring of certificate expiry with a warning 30 days before", ActionKind.Detect, "Ann"),
        Sample.Incident("2024/08-unknown.md", "2024-08-19T11:00+00:00", null, "unknown", "network", "Nobody knows.").Because("Not found."),
        Sample.Incident("2024/09-disk-alerts.md", "2024-09-03T07:00+00:00", 60, "capacity", "storage", "Full again.")
            .Because("The volume was full; demand ran ahead of the space.").Detected(10).Misled("database", 20, 12)
            .Promised("Disk space warning at 80% and 90% on all file servers", ActionKind.Detect, null, "end of March"),
        Sample.Incident("2024/10-clock.md", "2024-10-10T10:00+00:00", 5, "network", "network", "From ten to five past, five hours.")
            .Warned(WarningCodes.DurationMismatch, "Stated duration of 300 minutes, but start and end are 5 minutes apart.", 7),
        Sample.Incident("notes/minutes.md", text: "Coffee was discussed.") with { IsPostmortem = false },
    ];
}
