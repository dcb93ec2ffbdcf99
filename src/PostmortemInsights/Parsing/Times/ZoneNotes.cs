using System.Text.RegularExpressions;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Outlining;

namespace PostmortemInsights.Parsing.Times;

/// <summary>Finds notes such as <c>All times in PST</c>, <c>Timeline (Eastern Standard Time)</c>, <c>(all times UTC-5)</c>.</summary>
internal static partial class ZoneNotes
{
    /// <summary>The zone that a note in <paramref name="text"/> names; null if there is none.</summary>
    public static (Zone Zone, SourceSpan Span)? In(CleanText text)
    {
        if (text.Value.Length > 400)
            return null;
        foreach (Match lead in Lead().Matches(text.Value))
        {
            if (Zones.At(text.Value, lead.Index + lead.Length) is { } found && EndsNote(text.Value, lead.Index + lead.Length + found.Length))
                return (found.Zone, text.SpanOf(lead.Index + lead.Length, lead.Index + lead.Length + found.Length));
        }

        return null;
    }

    private static bool EndsNote(string text, int end) => end >= text.Length || !char.IsLetterOrDigit(text[end]);

    [GeneratedRegex(@"\b(?:times?(?:stamps?)?(?:\s\w+){0,4}?\s(?:in|are|is)(?:\sin)?(?:\sthe)?\s|times?(?:stamps?)?(?:\sare)?[:,]?\s|time\s?zone\s?[:=(]?\s?|timeline,?\s[(\[,-]?\s?|\((?=[A-Z]))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lead();
}
