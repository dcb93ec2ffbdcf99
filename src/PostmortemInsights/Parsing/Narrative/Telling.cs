using System.Collections.Immutable;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Parsing.Phrasing;
using PostmortemInsights.Parsing.Times;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>What a document tells outside sections of cause and fix: prose and timeline, but for the wrong turns.</summary>
/// <param name="Outline">The document.</param>
/// <param name="Timeline">Its timeline, with wrong turns marked.</param>
/// <param name="Wrong">The wrong turns.</param>
/// <param name="Start">When it began; null when the document does not say.</param>
/// <param name="End">When it was over; null when the document does not say.</param>
internal sealed record Telling(Outline Outline, ImmutableArray<TimelineEntry> Timeline, ImmutableArray<MisleadingPath> Wrong, Moment? Start, Moment? End)
{
    private readonly List<SourceSpan> _entries = InOrder(Timeline.Select(static entry => entry.Span));
    private readonly List<SourceSpan> _wrong = InOrder(Wrong.Select(static path => path.Span));

    /// <summary>Those of the sentences that stand in prose, not in an entry and in no wrong turn.</summary>
    public List<RankedSentence> Prose(List<RankedSentence> sentences) =>
        sentences.FindAll(s => IsProse(s.Block.Section) && !IsIn(s.Block.Text.Span, _entries) && !IsIn(s.Text.Span, _wrong));

    /// <summary>The sentences of the entries; what an entry is about counts as much as words that say so.</summary>
    public List<RankedSentence> Entries(WeightedWordings wordings, TimelineKind about) => RankedSentence.Of(Outline, Timeline, wordings, about);

    /// <summary>The sentences of the entries that end it: the last step in front of the end, and what says that it was over.</summary>
    public List<RankedSentence> Ends(WeightedWordings wordings)
    {
        var before = Timeline.Where(entry => !(entry.At is { } at && End is { } end && end.MinutesTo(at) > 0)).ToList();
        var step = before.FindLastIndex(static entry => entry.Kind == TimelineKind.Mitigation);
        return RankedSentence.Of(Outline, before.Where((entry, i) => i == step || (i > step && entry.Kind == TimelineKind.Resolution)), wordings, TimelineKind.Other);
    }

    /// <summary>Whether a sentence names the clock time at which it was over.</summary>
    public bool NamesEnd(CleanText sentence) => Names(sentence, End);

    /// <summary>Whether a sentence names the clock times of both beginning and end.</summary>
    public bool NamesWindow(CleanText sentence) => Names(sentence, Start) && Names(sentence, End);

    private static bool Names(CleanText sentence, Moment? moment) =>
        moment?.Time is { } time && TimeScanner.Scan(sentence).Exists(mention => mention.Time == time);

    /// <summary>Whether the passage and one of the spans overlap.</summary>
    private static bool IsIn(SourceSpan passage, List<SourceSpan> spans)
    {
        var (low, high) = (0, spans.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = spans[middle].Start < passage.End ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && spans[low - 1].End > passage.Start;
    }

    private static List<SourceSpan> InOrder(IEnumerable<SourceSpan> spans) => [.. spans.OrderBy(static span => span.Start)];

    private static bool IsProse(PassageKind kind) =>
        kind is not (PassageKind.Actions or PassageKind.Code or PassageKind.Title or PassageKind.Misleading or PassageKind.Escalation);
}
