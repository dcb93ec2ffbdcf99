using NodaTime;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Analyzing;

/// <summary>An incident within a review, with what is worked out of it once.</summary>
/// <param name="Incident">The record.</param>
/// <param name="Course">Its course in minutes.</param>
/// <param name="Date">Its day, null if not known.</param>
internal sealed record ReviewedIncident(Incident Incident, IncidentCourse Course, LocalDate? Date)
{
    private IReadOnlyList<string>? _symptoms;

    public static ReviewedIncident Of(Incident incident) =>
        new(incident, IncidentCourse.Of(incident), IncidentReference.DateOf(incident));

    /// <summary>The primary cause.</summary>
    public string Cause => Incident.Causes.Length > 0 ? Incident.Causes[0].Category : Categories.Unknown;

    /// <summary>The trigger.</summary>
    public string Trigger => Incident.Trigger?.Category ?? Categories.Unknown;

    /// <summary>What was seen from outside; worked out when it is first asked for.</summary>
    public IReadOnlyList<string> Symptoms => _symptoms ??= Symptom.Of(Incident);

    /// <summary>The components, or <c>unknown</c>.</summary>
    public IEnumerable<string> Components => Incident.Components.Length > 0
        ? Incident.Components.Select(static c => c.Category).Distinct(StringComparer.Ordinal)
        : [Categories.Unknown];

    /// <summary>Dated incidents by their day, then the others; by path where that is the same.</summary>
    public static IOrderedEnumerable<ReviewedIncident> InOrder(IEnumerable<ReviewedIncident> incidents) => incidents
        .OrderBy(static i => i.Date ?? LocalDate.MaxIsoValue)
        .ThenBy(static i => i.Incident.Source, StringComparer.Ordinal);
}
