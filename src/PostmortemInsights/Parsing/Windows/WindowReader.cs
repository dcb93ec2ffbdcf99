using System.Text.RegularExpressions;
using NodaTime;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Parsing.Timelines;
using PostmortemInsights.Parsing.Times;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Parsing.Windows;

/// <summary>
/// Finds when the impact began and ended: front matter first, then labelled times, then a range told in the summary, then a start
/// with a stated duration, and what is still missing from the timeline.
/// </summary>
internal sealed partial class WindowReader
{
    private readonly SourceDocument _document;
    private readonly Outline _outline;
    private readonly IncidentClock _clock;
    private readonly LocalDate? _day;
    private readonly bool _toldInPhases;

    private WindowReader(SourceDocument document, Outline outline, IncidentClock clock)
    {
        _document = document;
        _outline = outline;
        _clock = clock;
        _day = clock.Day;
        _toldInPhases = outline.Blocks.Count(IsPhase) > 1;
    }

    /// <summary>What the text says outright of beginning and end, before the timeline is asked; null if it says nothing.</summary>
    public static Stretch? Told(SourceDocument document, Outline outline, IncidentClock clock) =>
        new WindowReader(document, outline, clock).Stretches().FirstOrDefault(static s => s.Start is not null || s.End is not null);

    /// <summary>The window of the incident that <paramref name="outline"/> tells of.</summary>
    public static Window Read(SourceDocument document, Outline outline, IncidentClock clock, Timeline timeline, Stretch? told)
    {
        var window = WindowCompletion.Of(outline, clock, timeline, told, StatedDuration.Read(document, outline, Bounds(told, timeline)));
        return window is { Stated: null, Minutes: > 0 and var minutes } ? window with { Stated = StatedDuration.Confirming(outline, minutes) } : window;
    }

    /// <summary>The minutes that the incident can have lasted: those told, else no more than the timeline goes on.</summary>
    private static (double Shortest, double Longest) Bounds(Stretch? told, Timeline timeline) =>
        told is { Start: { } start, End: { } end } && Stretch.Between(start.Value, end.Value) is > 0 and var minutes ? (minutes, minutes) : (0, TimelineEnds.Extent(timeline) ?? double.PositiveInfinity);

    private IEnumerable<Stretch> Stretches()
    {
        if (FrontMatterWindow.Read(_document.FrontMatter, _clock) is { } kept)
            yield return kept;
        if (LabelledWindow.Read(_outline, _clock, _day) is { } labelled)
            yield return labelled;
        foreach (var told in Told(static block => block.Section is PassageKind.Summary or PassageKind.Impact or PassageKind.Detection))
            yield return told;
        foreach (var told in Told(static block => block.Section is not (PassageKind.Timeline or PassageKind.Actions or PassageKind.Code or PassageKind.Lessons)))
            yield return told;
    }

    /// <summary>Whether a heading gives a stretch of time: one of several is a part of the incident.</summary>
    private bool IsPhase(Block block) => block.Kind == BlockKind.Heading && RangeReader.Read(block.Text, _clock, _day) is { Start.Value.Time: not null };

    private IEnumerable<Stretch> Told(Func<Block, bool> chosen)
    {
        foreach (var block in _outline.Blocks.Where(block => chosen(block) && !(_toldInPhases && IsPhase(block))))
        {
            foreach (var sentence in Sentences.Of(block.Text))
            {
                if (RangeReader.Read(sentence, _clock, _day) is { } stretch && !Elsewhere().IsMatch(sentence.Value))
                    yield return stretch;
            }
        }
    }

    [GeneratedRegex(@"\b(?:(?:office|business|support|working|opening|trading|operating) hours|operates? from|maintenance window|usual hours|quiet hours|peak hours|between the (?:client|app|two)|next (?:release|window)|project date|scheduled for)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Elsewhere();
}
