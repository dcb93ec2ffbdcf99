using System.Collections.Immutable;
using PostmortemInsights.Analyzing.Statistics;

namespace PostmortemInsights.Analyzing;

/// <summary>What was read, and how much of it tells what.</summary>
/// <param name="Documents">All documents, read or not.</param>
/// <param name="Unread">Documents that could not be read.</param>
/// <param name="NotPostmortems">Documents that report no incident.</param>
/// <param name="Undated">Postmortems left out because they have no date and the review has limits; 0 in a review of all dates.</param>
/// <param name="OtherDates">Postmortems left out because their date lies outside the review.</param>
/// <param name="Incidents">Postmortems that the review covers: the denominator of what follows.</param>
/// <param name="Fields">For each field how many of them tell it.</param>
public sealed record Coverage(
    int Documents, int Unread, int NotPostmortems, int Undated, int OtherDates, int Incidents, ImmutableArray<FieldCoverage> Fields)
{
    private static readonly (string Field, Func<ReviewedIncident, bool> IsKnown)[] Checked =
    [
        ("date", static i => i.Date is not null),
        ("start of impact", static i => i.Tells(ToldFields.Start)),
        ("end of impact", static i => i.Tells(ToldFields.End)),
        ("duration", static i => i.Tells(ToldFields.Duration)),
        ("share of users affected", static i => i.Tells(ToldFields.UsersAffected)),
        ("who or what detected it", static i => i.Tells(ToldFields.DetectionMethod)),
        ("time of detection", static i => i.Tells(ToldFields.DetectedAt)),
        ("timeline", static i => i.Tells(ToldFields.Timeline)),
        ("a misleading path", static i => i.WrongPaths.Length > 0),
        ("root cause", static i => i.Statement is not null),
        ("cause category", static i => Categories.IsKnown(i.Cause)),
        ("component", static i => i.Tells(ToldFields.Components)),
        ("trigger", static i => Categories.IsKnown(i.Trigger)),
        ("resolution", static i => i.Tells(ToldFields.Resolution)),
        ("an action item", static i => i.Actions.Length > 0),
    ];

    internal static Coverage Of(ReviewedDocuments documents, IReadOnlyList<ReviewedIncident> covered, ReviewPeriod period, int unread)
    {
        var postmortems = documents.Incidents.Count;
        var undated = period.IsUnlimited ? 0 : documents.Incidents.Count(static i => i.Date is null);
        return new Coverage(
            documents.Count + unread, unread, documents.Count - postmortems, undated, postmortems - undated - covered.Count, covered.Count,
            [.. Checked.Select(field => new FieldCoverage(field.Field, new Share(covered.Count(field.IsKnown), covered.Count)))]);
    }
}

/// <summary>How many incidents tell a field.</summary>
/// <param name="Field">What the field is, in words.</param>
/// <param name="Known">Incidents that tell it, of all that the review covers.</param>
public sealed record FieldCoverage(string Field, Share Known);
