using System.Collections.Immutable;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Narrative;
using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Parsing.Times;

namespace PostmortemInsights.Parsing.Timelines;

/// <summary>A timeline for documents that present none: the sentences of their prose that name a clock time.</summary>
internal static class ProseTimeline
{
    /// <summary>The entries in the order of the text, each marked as derived.</summary>
    public static ImmutableArray<TimelineEntry> Read(Outline outline, IncidentClock clock)
    {
        var day = clock.Day;
        var entries = ImmutableArray.CreateBuilder<TimelineEntry>();
        foreach (var sentence in outline.Blocks.Where(IsProse).SelectMany(static block => Sentences.Of(block.Text)))
        {
            var mentions = TimeScanner.Scan(sentence);
            if (mentions.Find(static m => m.Date is not null)?.Date is { } date)
                day = clock.Calendar.Resolve(date) ?? day;
            if (mentions.Find(static m => m.Time is not null) is { } mention)
                entries.Add(new TimelineEntry(clock.Resolve(mention, day), sentence.Value, sentence.Span, TimelineKinds.Of(sentence.Terms), Derived: true));
        }

        return entries.ToImmutable();
    }

    private static bool IsProse(Block block) =>
        block.Kind is BlockKind.Paragraph or BlockKind.Item && block.Section is not (PassageKind.Actions or PassageKind.Code or PassageKind.Lessons);
}
