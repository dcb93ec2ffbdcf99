namespace PostmortemInsights.Tests.Cli;

/// <summary>Small postmortems for tests of commands.</summary>
internal static class Samples
{
    public const string CheckoutOutage = """
        # Checkout answers 502 after the gateway upgrade

        Date: 2024-06-04

        ## Summary

        Between 14:00 and 15:30 UTC on 4 June 2024 the checkout page answered 502 Bad Gateway for 40% of customers.

        ## Timeline

        - 14:00 UTC: first 502 errors on checkout
        - 14:05 UTC: monitoring alert fires for the error rate
        - 14:10 UTC: we suspected the database and looked at slow queries; this was a dead end
        - 14:50 UTC: escalated to the platform team, who found that the upgrade had reset the gateway's timeout setting
        - 15:30 UTC: configuration rolled back, service restored

        ## Root cause

        The upgrade reset the upstream timeout in the gateway configuration from 30 seconds to 3 seconds.

        ## Resolution

        We rolled back the gateway configuration to the previous version.

        ## Action items

        - Add an alert for gateway timeouts (owner: Maria, due 2024-06-20)
        - Keep the gateway configuration under version control
        """;

    public const string FullDisk = """
        # Report queue stuck because the disk was full

        ## Summary

        On 12 March 2024 from 08:00 to 12:00 UTC no reports were delivered. Customers told support.

        ## Timeline

        - 08:00 UTC: reports stop
        - 09:30 UTC: customers open tickets
        - 10:00 UTC: network team checks the firewall, nothing wrong there
        - 11:30 UTC: the disk of the queue server is found full of old logs
        - 12:00 UTC: logs deleted, queue drains

        ## Root cause

        The disk of the queue server ran out of space because logs were never rotated.

        ## Resolution

        Old logs were deleted and log rotation was switched on.

        ## Follow-up

        - Add an alert for disk usage above 80%
        - Rotate logs daily
        """;

    public const string Minutes = """
        # Minutes of the platform meeting

        Present: Ana, Bo, Chidi. We talked about the offsite and the new coffee machine. Next meeting on Tuesday.
        """;
}
