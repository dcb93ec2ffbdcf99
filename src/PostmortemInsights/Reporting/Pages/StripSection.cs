using System.Collections.Immutable;
using PostmortemInsights.Analyzing;

namespace PostmortemInsights.Reporting.Pages;

/// <summary>The incidents, each on its own clock.</summary>
internal static class StripSection
{
    /// <summary>The most incidents that a page shows one by one.</summary>
    private const int Most = 500;

    public static Section Of(ReliabilityReview review)
    {
        ImmutableArray<IncidentStrip> latest = [.. review.Incidents.Reverse().OrderBy(static i => i.Incident.Date is null).Take(Most)];
        var left = review.Incidents.Length > Most
            ? $" The {Figures.Count(Most)} latest of {Figures.Count(review.Incidents.Length)} are shown; the JSON format and the export hold all."
            : "";
        return new Section("Each incident on its clock", new Paragraph($"The latest first; minutes count from the start of impact.{left}"), new Strips(latest));
    }
}
