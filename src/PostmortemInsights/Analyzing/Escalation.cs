using System.Text.RegularExpressions;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Analyzing;

/// <summary>To whom an incident was raised, in the words of its timeline or of the section that tells it.</summary>
internal static partial class Escalation
{
    private const int MostWords = 7;

    /// <summary>The teams, people or vendors; nothing when the document names none.</summary>
    public static IEnumerable<Told> Of(Incident incident)
    {
        if (!incident.Escalated)
            return [];
        return Passages(incident).SelectMany(static passage => Targets(passage).Select(target => new Told(target, passage)));
    }

    private static IEnumerable<string> Passages(Incident incident)
    {
        var told = incident.Timeline.Where(static entry => entry.Kind == TimelineKind.Escalation).Select(static entry => entry.Text);
        var sections = incident.Passages.Where(static passage => passage.Kind == PassageKind.Escalation)
            .Select(passage => passage.Span.Of(incident.Text).ToString());
        return told.Concat(sections).Concat(EscalationSentences(incident.Text));
    }

    private static IEnumerable<string> EscalationSentences(string text) =>
        Sentence().Matches(text).Select(static match => match.Value.Trim()).Where(static sentence => Raised().IsMatch(sentence));

    private static IEnumerable<string> Targets(string passage) =>
        Raised().Matches(passage).Select(static match => Name(match.Groups["who"].Value)).Where(static name => name.Length > 2 && !Vague().IsMatch(name));

    private static string Name(string words)
    {
        var kept = words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords).Select(static word => word.Trim('*', '_', '`', '"'));
        return string.Join(' ', kept).ToLowerInvariant();
    }

    [GeneratedRegex(@"^(?:appropriate|relevant|respective|right|next|higher|various)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Vague();

    [GeneratedRegex(@"[^.\n;]+")]
    private static partial Regex Sentence();

    [GeneratedRegex(
        @"\b(?:escalat(?:ed|es|ing)|(?:handed|passed|raised|assigned|transferred)(?: (?:it|this|over|on|the (?:issue|incident|ticket|matter|case)))*)(?: (?:it|this|straight|quickly|immediately|further|the (?:issue|incident|ticket|matter|case)))* (?:to|with) (?:(?:the|our|a|an|their) )?(?<who>[\p{L}\d*_`][\p{L}\d*_`'/& -]*?)(?= for\b| as\b| who\b| which\b| after\b| because\b| when\b| at\b| to\b| and (?:the|we|they|it)\b|[^\p{L}\d*_`'/& -]|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Raised();
}
