using System.Text.RegularExpressions;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Analyzing;

/// <summary>What was seen from outside, by the words of <c>symptoms.txt</c> in the title, summary, impact and detection.</summary>
internal static class Symptom
{
    private static readonly (string Name, Regex Words)[] Known = [.. Parsing.EmbeddedText.Lines("Analyzing/symptoms.txt").Select(Parse)];

    /// <summary>The symptoms of an incident in the order of the table; none when no phrase is found.</summary>
    public static IReadOnlyList<string> Of(Incident incident)
    {
        var told = Told(incident);
        return [.. Known.Where(s => s.Words.IsMatch(told)).Select(static s => s.Name)];
    }

    private static string Told(Incident incident)
    {
        var passages = incident.Passages
            .Where(static p => p.Kind is PassageKind.Title or PassageKind.Summary or PassageKind.Impact or PassageKind.Detection)
            .Select(p => p.Span.Of(incident.Text).ToString());
        return string.Join('\n', passages.Prepend(incident.Title ?? ""));
    }

    private static (string Name, Regex Words) Parse(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var phrases = line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var pattern = string.Join('|', phrases.Select(static p => Regex.Escape(p).Replace(@"\*", @"\w*", StringComparison.Ordinal)));
        return (line[..colon], new Regex(
            $@"(?<!\w)(?:{pattern})(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture));
    }
}
