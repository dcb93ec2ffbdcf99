using System.Buffers;
using System.Text.RegularExpressions;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Outlining;

namespace PostmortemInsights.Parsing.Times;

/// <summary>Finds notes such as <c>All times in PST</c>, <c>Timeline (Eastern Standard Time)</c>, <c>(all times UTC-5)</c>, <c>Timeline (2 May, UTC)</c>.</summary>
internal static partial class ZoneNotes
{
    /// <summary>One of these stands in front of every zone that a note names.</summary>
    private static readonly SearchValues<string> LeadWords = SearchValues.Create(["time", "cloc", "("], StringComparison.OrdinalIgnoreCase);

    /// <summary>The zone that a note in <paramref name="text"/> names; null if there is none.</summary>
    public static (Zone Zone, SourceSpan Span)? In(CleanText text)
    {
        if (text.Value.Length > 400 || !text.Value.AsSpan().ContainsAny(LeadWords))
            return null;
        for (var lead = Lead().Match(text.Value); lead.Success; lead = lead.NextMatch())
        {
            if (Zones.At(text.Value, lead.Index + lead.Length) is { } found && EndsNote(text.Value, lead.Index + lead.Length + found.Length))
                return (found.Zone, text.SpanOf(lead.Index + lead.Length, lead.Index + lead.Length + found.Length));
        }

        return null;
    }

    /// <summary>A zone that is spelled out (<c>eastern US time</c>) and so can be told even apart from a clock; null if there is none.</summary>
    public static (Zone Zone, SourceSpan Span)? Spelled(CleanText text)
    {
        foreach (var match in Time().EnumerateMatches(text.Value))
        {
            for (var start = match.Index; start >= 0 && match.Index - start < 40; start--)
            {
                if ((start == 0 || text.Value[start - 1] is ' ' or '(') && Zones.At(text.Value, start) is { } found && start + found.Length == match.Index + match.Length && found.Zone.Tzdb is not null)
                    return (found.Zone, text.SpanOf(start, start + found.Length));
            }
        }

        return null;
    }

    private static bool EndsNote(string text, int end) => end >= text.Length || !char.IsLetterOrDigit(text[end]);

    [GeneratedRegex(@"\b[Tt]ime\b")]
    private static partial Regex Time();

    [GeneratedRegex(@"(?:\b(?:times?(?:stamps?)?|clocks?)(?:\s\w+){0,4}?\s(?:in|are|is)(?:\sin)?(?:\sthe)?\s|\btimes?(?:stamps?)?(?:\sare)?[:,]?\s|\btime\s?zone\s?[:=(]?\s?|\btimeline,?\s(?:in\s)?[(\[,-]?\s?|\((?=[A-Z])|,\s(?=[A-Z][A-Za-z0-9+:-]{1,8}\)))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lead();
}
