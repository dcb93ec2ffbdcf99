using System.Text.RegularExpressions;
using NodaTime;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Parsing.Timelines;
using PostmortemInsights.Parsing.Times;

namespace PostmortemInsights.Parsing.Windows;

/// <summary>The window given behind labels or in a table: <c>Start Time: …</c>, <c>End: …</c>, <c>Duration: 10:00 – 11:30</c>, <c>| Detected | … |</c>.</summary>
internal static partial class LabelledWindow
{
    private const int LongestValue = 400;
    private const int LongestStamped = 80;

    /// <summary>A label with its value, and the heading that it stands under.</summary>
    private sealed record Field(string Label, CleanText Value, CleanText Under);

    /// <summary>The window; null when no label gives one.</summary>
    public static Stretch? Read(Outline outline, IncidentClock clock, LocalDate? day)
    {
        var fields = Fields(outline).ToList();
        return Ranges(fields, clock, day) ?? Pair(fields, clock, day);
    }

    private static Stretch? Ranges(List<Field> fields, IncidentClock clock, LocalDate? day)
    {
        foreach (var field in fields)
        {
            if (WindowLabel().IsMatch(field.Label) && RangeReader.Read(field.Value, clock, DayIn(field.Under, clock) ?? day) is { Start.Value.Time: not null } stretch)
                return stretch;
        }

        return null;
    }

    private static Stretch? Pair(List<Field> fields, IncidentClock clock, LocalDate? day)
    {
        var start = Mention(fields, StartLabel(), clock);
        var end = Mention(fields, RepairedLabel(), clock) ?? Mention(fields, EndLabel(), clock) ?? Mention(fields, MitigatedLabel(), clock);
        if (start is { Mention: { Time: null, Date: { } from } } && end is { Mention: { Time: null, Date: { } to } } && clock.Calendar.DaysBetween(from, to) == 0)
            return new Stretch(Moment(start.Value, clock), Moment(end.Value, clock), null);
        var noticed = start is null && end is not null;
        if (noticed)
            start = Mention(fields, DetectedLabel(), clock);
        if (start is { } s && end is { } e)
            return RangeReader.Stretch(s.Mention, s.Span, e.Mention, e.Span, clock, day) with { FromDetection = noticed };
        if (start is { Mention.Time: not null } only)
            return new Stretch(new Found<Moment>(clock.Resolve(only.Mention, day), only.Span), null, null);
        return null;
    }

    private static Found<Moment> Moment((TimeMention Mention, SourceSpan Span) at, IncidentClock clock) => new(clock.Resolve(at.Mention), at.Span);

    private static (TimeMention Mention, SourceSpan Span)? Mention(List<Field> fields, Regex labels, IncidentClock clock)
    {
        foreach (var field in fields)
        {
            if (labels.IsMatch(field.Label) && TimeScanner.Scan(field.Value) is [var mention, ..])
                return (mention, field.Value.SpanOf(mention.Start, mention.End));
        }

        return null;
    }

    /// <summary>The day that a heading names; null if it names none.</summary>
    private static LocalDate? DayIn(CleanText heading, IncidentClock clock) =>
        TimeScanner.Scan(heading).Find(static mention => mention.Date is not null)?.Date is { } date ? clock.Calendar.Resolve(date) : null;

    /// <summary>Labels with their values and the heading that they stand under, also where several stand in one line: <c>Start: …, End: …</c>.</summary>
    private static IEnumerable<Field> Fields(Outline outline)
    {
        foreach (var block in outline.Blocks)
        {
            if (block.Section is PassageKind.Actions or PassageKind.Code)
                continue;
            if (Stamped(block.Text) is { } stamped && (block.Section != PassageKind.Timeline || TimeScanner.Scan(block.Text)[0].Date is not null))
                yield return new Field(stamped.Label, stamped.Value, block.Under);
            var labelled = LabelledValue.Of(block).ToList();
            foreach (var (label, value) in labelled.Where(_ => block.Section != PassageKind.Timeline || TimelineNotes.SaysHowLong(block)))
                yield return new Field(label, value, block.Under);
            if (block.Section == PassageKind.Timeline)
                continue;
            if (labelled.Count == 0 && block.Kind != BlockKind.Heading && WindowLabel().IsMatch(block.Under.Value.TrimEnd(':')))
                yield return new Field(block.Under.Value.TrimEnd(':'), block.Text, block.Under);
            if (!block.Text.Value.Contains(':', StringComparison.Ordinal))
                continue;
            for (var inner = InnerLabel().Match(block.Text.Value); inner.Success; inner = inner.NextMatch())
                yield return new Field(inner.Groups["label"].Value, Behind(inner, block.Text), block.Under);
        }
    }

    /// <summary>A label with no mark behind it: an item that is nothing but it and a time (<c>Resolved 2024-06-04 12:10</c>).</summary>
    private static (string Label, CleanText Value)? Stamped(CleanText text) =>
        text.Value.Length <= LongestStamped && TimeScanner.Scan(text) is [{ Start: > 0 } only] && only.End == text.Value.TrimEnd('.').Length
            ? (text.Value[..only.Start].Trim(' ', ':'), text.Slice(only.Start, only.End))
            : null;

    /// <summary>A time stands right behind its label.</summary>
    private static CleanText Behind(Match label, CleanText text)
    {
        var start = label.Index + label.Length;
        return text.Slice(start, Math.Min(text.Value.Length, start + LongestValue));
    }

    [GeneratedRegex(@"\A(?:(?:total|incident|outage|service|duration|impact|issue|event|the|approximate|estimated|downtime|disruption|customer|user|affected)\s)*(?:impact|incident|start\s?(?:/|-|–|and|to)\s?end(?:\stimes?)?|from\s?/\s?to|duration|window|outage|period|downtime|time|times|date|dates|date and time|date & time|when|timeframe|time frame|incident date and time|interval|date/time|interruption)(?:\s(?:of|and)\s(?:the\s)?\w+(?:\s\w+){0,3}\s?)?(?:\s\(.*\))?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WindowLabel();

    [GeneratedRegex(@"\A(?:(?:incident|outage|issue|impact|event|fault|date|time|service|customer|user|downtime|disruption|degradation|actual|estimated|approximate|of|the)\s)*(?:start(?:ed|s|ing)?|began|begin(?:ning|s)?|from|onset|incident from|opened|occurr?ed|occurs|occurrence)(?>[\s-]?(?:time|date|at|on|of (?:the )?\w+|\(.*\)))*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StartLabel();

    [GeneratedRegex(@"\A(?:(?:incident|outage|issue|impact|event|date|time|service|customer|user|downtime|disruption|degradation|actual|estimated|approximate|of|the|fully)\s)*(?:end(?:ed|s|ing)?|stop(?:ped|s)?|resolved|restored|until|till|to|finish(?:ed)?|(?:resolution|restoration|recovery) (?:time|date)|recovered|closed|fixed|back online)(?>[\s-]?(?:time|date|at|on|of (?:the )?\w+|\(.*\)))*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EndLabel();

    [GeneratedRegex(@"\A(?:(?:incident|outage|issue|impact|service|time|fully)\s)*repaired(?:[\s-]?(?:time|date|at|on))*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RepairedLabel();

    [GeneratedRegex(@"\A(?:(?:incident|outage|issue|impact|time|fully)\s)*mitigat(?:ed|ion)(?:[\s-]?(?:time|date|at|on))*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MitigatedLabel();

    [GeneratedRegex(@"\A(?:(?:first|time|of|incident|issue)\s)*(?:detected|detection (?:time|date)|noticed|identified|reported|discovered)(?:[\s-]?(?:time|date|at|on))*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DetectedLabel();

    [GeneratedRegex(@"\b(?<label>start|end|stop|start[ -]time|end[ -]time|started|ended|began|resolved|until)\s?:\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InnerLabel();
}
