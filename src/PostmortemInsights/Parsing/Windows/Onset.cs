using System.Text.RegularExpressions;
using NodaTime;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Parsing.Times;

namespace PostmortemInsights.Parsing.Windows;

/// <summary>A single start told in prose: <c>On May 10th at 2:00 AM the server went down</c>.</summary>
internal static partial class Onset
{
    private const int Context = 60;

    /// <summary>The first start with a clock time in summary or impact, else the first date of the summary or title; null if there is none. A day in the summary stands against a clock of a later day under another heading.</summary>
    public static Found<Moment>? Told(Outline outline, IncidentClock clock, LocalDate? day)
    {
        Found<Moment>? dateOnly = null;
        Block? dayBlock = null;
        foreach (var block in outline.Blocks.Where(static b => b.Section is PassageKind.Summary or PassageKind.Impact or PassageKind.Detection or PassageKind.RootCause or PassageKind.Other && b.Kind != BlockKind.Code).Where(b => !clock.IsSent(b)))
        {
            foreach (var sentence in Sentences.Of(block.Text))
            {
                if (TimeScanner.Scan(sentence) is not [var first, ..] mentions || Aside().IsMatch(sentence.Value))
                    continue;
                var mention = mentions.Find(m => m.Time is not null && !Until().IsMatch(sentence.Value[Math.Max(0, m.Start - Context)..m.Start])) ?? first;
                var moment = clock.Resolve(mention, first.Date is { } date ? clock.Calendar.Resolve(date) : day);
                var found = new Found<Moment>(moment, sentence.SpanOf(mention.Start, mention.End));
                if (mention.Time is not null && block.Section != PassageKind.RootCause)
                    return dateOnly?.Value.Date < moment.Date && dayBlock is { Section: PassageKind.Summary } && !ReferenceEquals(dayBlock.Under, block.Under) ? dateOnly : found;
                if (moment.Date is not null && mention.Date is not null && mention.Time is null)
                    (dateOnly, dayBlock) = (dateOnly ?? found, dayBlock ?? block);
            }
        }

        return dateOnly;
    }

    /// <summary>A single end told in prose: <c>by 9:40 traffic had returned to normal</c>, <c>until 10:45am</c>; null if there is none.</summary>
    public static Found<Moment>? ToldEnd(IEnumerable<Block> blocks, IncidentClock clock, LocalDate? day)
    {
        foreach (var sentence in blocks.Where(static b => b.Section is not (PassageKind.Actions or PassageKind.Code or PassageKind.Lessons)).SelectMany(static b => Sentences.Of(b.Text)))
        {
            var timed = TimeScanner.Scan(sentence).FindAll(static m => m.Time is not null);
            if (timed.Count == 0)
                continue;
            var over = Over().Match(sentence.Value);
            var mention = timed.Find(m => Until().IsMatch(sentence.Value[Math.Max(0, m.Start - Context)..m.Start])) ?? (over.Success ? timed.MinBy(m => Math.Abs(m.Start - over.Index)) : null);
            if (mention is not null)
                return new Found<Moment>(clock.Resolve(mention, day), sentence.SpanOf(mention.Start, mention.End));
        }

        return null;
    }

    [GeneratedRegex(@"\b(?:until|till|lasted to)\s(?:(?:about|around|approximately|roughly|the|on)\s)*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Until();

    [GeneratedRegex(@"\b(?:(?:was|were|is|been|got|fully|finally) (?:resolved|solved|restored|fixed|recovered)|returned to normal|back to normal|back online|service (?:was )?restored|came back|was back|work(?:s|ed) again|all[ -]clear)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Over();

    [GeneratedRegex(@"\b(?:published|posted by|last updated|retro held|author|since \d{4}|as of|copyright|by the end of)\b|""(?:date|lastmod|published\w*)""\s*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Aside();
}
