using System.Collections.Immutable;
using NodaTime;
using PostmortemInsights.Analyzing.Wording;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Analyzing;

/// <summary>An incident within a review, with what is worked out of it once.</summary>
internal sealed class ReviewedIncident
{
    private IReadOnlyList<string>? _symptoms;
    private ImmutableArray<WordedAction> _actions;

    private ReviewedIncident(Incident incident)
    {
        Incident = incident;
        Course = IncidentCourse.Of(incident);
        Date = IncidentReference.DateOf(incident);
        Components = incident.Components.Length > 0
            ? [.. incident.Components.Select(static c => c.Category).Distinct(StringComparer.Ordinal)]
            : [Categories.Unknown];
    }

    /// <summary>The record.</summary>
    public Incident Incident { get; }

    /// <summary>Its course in minutes.</summary>
    public IncidentCourse Course { get; }

    /// <summary>Its day, null if not known.</summary>
    public LocalDate? Date { get; }

    /// <summary>The components, or <c>unknown</c>.</summary>
    public ImmutableArray<string> Components { get; }

    /// <summary>The primary cause.</summary>
    public string Cause => Incident.Causes.Length > 0 ? Incident.Causes[0].Category : Categories.Unknown;

    /// <summary>The trigger.</summary>
    public string Trigger => Incident.Trigger?.Category ?? Categories.Unknown;

    /// <summary>What was seen from outside; worked out when it is first asked for.</summary>
    public IReadOnlyList<string> Symptoms => _symptoms ??= Symptom.Of(Incident);

    /// <summary>Works <see cref="Symptoms"/> out, which many threads may do for many incidents.</summary>
    public void ReadSymptoms() => _symptoms = Symptom.Of(Incident);

    /// <summary>The action items with their words; worked out when they are first asked for.</summary>
    public ImmutableArray<WordedAction> Actions =>
        _actions.IsDefault ? _actions = [.. Incident.ActionItems.Select(item => WordedAction.Of(Incident, item))] : _actions;

    public static ReviewedIncident Of(Incident incident) => new(incident);

    /// <summary>The postmortems: dated incidents by their day, then the others; by path where that is the same.</summary>
    public static List<ReviewedIncident> InOrder(IEnumerable<Incident> incidents) => incidents
        .Where(static i => i.IsPostmortem)
        .AsParallel()
        .Select(Of)
        .AsEnumerable()
        .OrderBy(static i => i.Date ?? LocalDate.MaxIsoValue)
        .ThenBy(static i => i.Incident.Source, StringComparer.Ordinal)
        .ToList();
}
