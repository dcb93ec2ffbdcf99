using PostmortemInsights.Analyzing.Wording;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Analyzing;

/// <summary>What was seen from outside, by the words of <c>symptoms.txt</c> in the title, summary, impact and detection.</summary>
internal static class Symptom
{
    private static readonly CueTable Known = CueTable.Load("symptoms.txt");

    /// <summary>The symptoms of an incident in the order of the table; none when no cue holds.</summary>
    public static IReadOnlyList<string> Of(Incident incident) =>
        [.. Told(incident).SelectMany(static stems => Known.All(stems)).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<List<string>> Told(Incident incident) => incident.Passages
        .Where(static p => p.Kind is PassageKind.Title or PassageKind.Summary or PassageKind.Impact or PassageKind.Detection)
        .Select(p => Stems.Of(p.Span.Of(incident.Text)))
        .Prepend(Stems.Of(incident.Title));
}
