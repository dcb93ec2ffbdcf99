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
    private readonly Timeline _timeline;
    private readonly List<string> _inferred = [];
    private readonly LocalDate? _day;

    private WindowReader(SourceDocument document, Outline outline, IncidentClock clock, Timeline timeline)
    {
        _document = document;
        _outline = outline;
        _clock = clock;
        _timeline = timeline;
        _day = clock.Day;
    }

    /// <summary>What the text says outright of beginning and end, before the timeline is asked; null if it says nothing.</summary>
    public static Stretch? Told(SourceDocument document, Outline outline, IncidentClock clock) =>
        new WindowReader(document, outline, clock, Timeline.Empty).Stretches().FirstOrDefault(static s => s.Start is not null || s.End is not null);

    /// <summary>The window of the incident that <paramref name="outline"/> tells of.</summary>
    public static Window Read(SourceDocument document, Outline outline, IncidentClock clock, Timeline timeline, Stretch? told) =>
        new WindowReader(document, outline, clock, timeline).Complete(told, StatedDuration.Read(document, outline));

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

    private IEnumerable<Stretch> Told(Func<Block, bool> chosen)
    {
        foreach (var block in _outline.Blocks.Where(chosen))
        {
            foreach (var sentence in Sentences.Of(block.Text))
            {
                if (RangeReader.Read(sentence, _clock, _day) is { } stretch && !Elsewhere().IsMatch(sentence.Value))
                    yield return stretch;
            }
        }
    }

    /// <summary>Fills in what the best stretch lacks, and works out the minutes.</summary>
    private Window Complete(Stretch? stretch, Found<double>? stated)
    {
        var (start, end, minutes) = (stretch?.Start, stretch?.End, stretch?.Minutes);
        var told = start is null || stretch!.FromDetection ? Onset.Told(_outline, _clock, _day) : null;
        var entries = TimelineEnds.Find(_timeline);
        if (start is { Value: { Time: null, Date: { } day } } && end is { Value: { Time: null } only } && only.Date == day && entries is { Start.At: { Time: not null } from, End.At: { Time: not null } to } && from.Date == day && to.Date == day)
        {
            (start, end) = (new Found<Moment>(from, entries.Start.Span), new Found<Moment>(to, entries.End.Span));
            _inferred.Add("The clock times of start and end are those of the timeline.");
        }

        if (start is { } noticed && told is { Value.Time: not null } onset && onset.Value.MinutesTo(noticed.Value) > 0)
            (start, minutes) = (onset, null);
        if (stretch?.FromDetection == true && start is { } known && entries.Start is { At: { } sign } failed && TimelineEnds.TellsOfFailure(failed) && sign.MinutesTo(known.Value) > 0)
        {
            (start, minutes) = (new Found<Moment>(sign, failed.Span), null);
            _inferred.Add("The start is the first sign of impact in the timeline, which comes before the detection.");
        }

        if (end is { } closed && entries.Reopened is { } again && closed.Value.MinutesTo(again.At!.Value) > 0)
        {
            (end, minutes) = (new Found<Moment>(again.At!.Value, again.Span), null);
            _inferred.Add("The end is the last restoration in the timeline: the incident was reopened after its stated end.");
        }

        if (start is null && told is not null && Better(told.Value, entries.Start))
            start = told;
        if (start is null && entries.Start is { } first)
        {
            start = new Found<Moment>(first.At!.Value, first.Span);
            _inferred.Add("The start is the first sign of impact in the timeline.");
        }

        var clear = start is not null && _inferred.Count > 0 && entries.End is { } restored && TimelineEnds.TellsOfRestoration(restored);
        if (end is null && start is not null && Onset.ToldEnd(_outline.Blocks.Where(static b => b.Section == PassageKind.Summary), _clock, start.Value.Value.Date) is { Value: { Date: not null, Time: not null } dated } summed && start.Value.Value.MinutesTo(dated) > 0)
            end = summed;
        if (end is null && !clear && start is { Value.Time: not null } && stated is { } length && start.Value.Value.Date is not null && !EndsLater(entries.End, start.Value.Value, length.Value))
        {
            end = new Found<Moment>(Later(start.Value.Value, length.Value), [.. start.Value.Spans, .. length.Spans]);
            _inferred.Add("The end is the start plus the stated duration.");
        }

        if (end is null && (entries.End is null || !TimelineEnds.TellsOfRestoration(entries.End)) && Onset.ToldEnd(_outline.Blocks, _clock, start?.Value.Date ?? _day) is { } over && (start is null || over.Value != start.Value.Value && !(start.Value.Value.MinutesTo(over.Value) < 0)))
            end = over;
        if (end is null && entries.End is { } last && start is not null)
        {
            end = new Found<Moment>(last.At!.Value, last.Span);
            _inferred.Add("The end is the entry of the timeline that tells of full restoration.");
        }

        minutes ??= start is { } s && end is { } e ? Between(s.Value, e.Value) : null;
        return new Window(start, end, minutes, stated, _inferred);
    }

    /// <summary>A start told in prose wins over the timeline when it has a clock time or the timeline has none.</summary>
    private static bool Better(Found<Moment> told, TimelineEntry? first) =>
        first is null || told.Value.Time is not null && (first.At!.Value.Time is null || told.Value.MinutesTo(first.At.Value) is null or >= 0 and < 1440);

    private static bool EndsLater(TimelineEntry? last, Moment start, double length) =>
        last is { At: { } at } && start.MinutesTo(at) is { } minutes && Math.Abs(minutes - length) <= Math.Max(2, length * 0.2);

    private static double? Between(Moment start, Moment end)
    {
        if (start.MinutesTo(end) is { } minutes)
            return minutes;
        if (start is { Date: null, Time: { } a } && end is { Date: null, Time: { } b })
            return Period.Between(a, b, PeriodUnits.Minutes).Minutes is var m && m >= 0 ? m : m + 1440;
        return null;
    }

    private static Moment Later(Moment start, double minutes)
    {
        var end = start.Local!.Value.PlusMinutes((long)Math.Round(minutes));
        return start with { Date = end.Date, Time = end.TimeOfDay };
    }

    [GeneratedRegex(@"\b(?:office hours|business hours|maintenance window|usual hours|quiet hours|peak hours|between the (?:client|app|two)|next (?:release|window)|scheduled for)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Elsewhere();
}
