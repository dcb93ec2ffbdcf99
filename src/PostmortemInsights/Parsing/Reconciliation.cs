using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Parsing.Timelines;
using PostmortemInsights.Parsing.Times;
using PostmortemInsights.Parsing.Windows;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Parsing;

/// <summary>Compares what a document says of times and shares in one place with what it says in another. One warning a disagreement.</summary>
internal sealed class Reconciliation
{
    private const double NearMinutes = 30;
    private const double HalfHour = 30;

    private static readonly string[] ManyMeanings = ["IST", "CST", "BST", "AST", "GST", "MST"];

    private readonly List<Warning> _warnings = [];
    private readonly List<string> _contradictions = [];
    private readonly LineMap _lines;

    private Reconciliation(string text) => _lines = new LineMap(text);

    /// <summary>The warnings and, in short notes, the contradictions among them.</summary>
    public static (ImmutableArray<Warning> Warnings, ImmutableArray<string> Contradictions) Of(
        SourceDocument document, Outline outline, IncidentClock clock, Timeline timeline, Window window, IReadOnlyList<Found<double>> shares)
    {
        var reconciliation = new Reconciliation(document.Text);
        reconciliation.CheckDates(outline, clock);
        reconciliation.CheckZones(outline, clock, window);
        reconciliation.CheckWindow(window, clock);
        reconciliation.CheckTimeline(timeline, window);
        reconciliation.CheckShares(shares);
        reconciliation.CheckSingle(outline);
        return ([.. reconciliation._warnings], [.. reconciliation._contradictions]);
    }

    private void CheckDates(Outline outline, IncidentClock clock)
    {
        if (clock.Calendar.Ambiguous && FirstSwappable(outline) is { } swappable)
        {
            var day = clock.Calendar.Resolve(swappable.Mention.Date!.Value);
            Warn(WarningCodes.AmbiguousDate, $"Day and month of {swappable.Text} can be swapped and nothing settles it: {day?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)} was assumed.", swappable.Span);
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in outline.Text)
        {
            foreach (var mention in TimeScanner.Scan(block.Text))
            {
                if (Misfit(mention, clock) is { } message && seen.Add(message))
                    Contradict(WarningCodes.WeekdayMismatch, message, block.Text.SpanOf(mention.Start, mention.End));
            }
        }
    }

    private static (TimeMention Mention, string Text, SourceSpan Span)? FirstSwappable(Outline outline)
    {
        foreach (var block in outline.Text)
        {
            if (TimeScanner.Scan(block.Text).Find(static m => m.Date is { CanSwap: true }) is { } mention)
                return (mention, block.Text.Value[mention.Start..mention.End].Trim(), block.Text.SpanOf(mention.Start, mention.End));
        }

        return null;
    }

    private static string? Misfit(TimeMention mention, IncidentClock clock)
    {
        if (mention.Date is not { Weekday: { } weekday } date || clock.Calendar.Resolve(date) is not { } day || day.DayOfWeek == weekday)
            return null;
        var other = date.CanSwap && clock.Calendar.ResolveAs(date.Swapped) is { } swapped ? $" nor {Name(swapped)} (a {swapped.DayOfWeek})" : "";
        return $"{weekday} does not fit {Name(day)} (a {day.DayOfWeek}){other}";
    }

    private void CheckZones(Outline outline, IncidentClock clock, Window window)
    {
        if (clock.Zone is null)
        {
            if (window.Start?.Value.Time is not null)
                Warn(WarningCodes.NoZone, "No time zone is named; times are kept without an offset.", window.Start.Value.Spans[0]);
            return;
        }

        var noon = new LocalDate(2024, 7, 1);
        var zones = ZonesTold(outline);
        var first = zones.Select(static told => told.Zone).FirstOrDefault() ?? clock.Zone.Value.Zone;
        var other = zones.FirstOrDefault(told => told.Zone.OffsetAt(noon, null) != first.OffsetAt(noon, null));
        if (other.Zone is not null)
            Warn(WarningCodes.MixedZones, $"Times are given in {first.Name} and in {other.Zone.Name}; each keeps its own.", other.Span);
        if (ManyMeanings.Contains(clock.Zone.Value.Zone.Name, StringComparer.Ordinal))
            Warn(WarningCodes.AmbiguousZone, $"{clock.Zone.Value.Zone.Name} names several zones; UTC{clock.Zone.Value.Zone.Fixed} was assumed.", clock.Zone.Value.Span);
    }

    private static IEnumerable<(Zone Zone, SourceSpan Span)> ZonesTold(Outline outline)
    {
        foreach (var block in outline.Text)
        {
            foreach (var mention in TimeScanner.Scan(block.Text))
            {
                if (mention.Zone is { } zone)
                    yield return (zone, block.Text.SpanOf(mention.Start, mention.End));
            }
        }
    }

    private void CheckWindow(Window window, IncidentClock clock)
    {
        if (window.Start is null || window.End is null)
            Warn(WarningCodes.Unknown, window.Start is null && window.End is null ? "No start and no end of the impact was found." : window.Start is null ? "No start of the impact was found." : "No end of the impact was found.", null);
        if (window is { Start.Value.Time: null, End: not null } or { Start: not null, End.Value.Time: null })
            Warn(WarningCodes.Unknown, "Start and end of the impact are not both known to the minute.", window.Start!.Value.Spans[0]);
        if (window.Start is { Value: { Date: null, Time: not null } } yearless)
            Warn(WarningCodes.NoYear, clock.Mentions.Any(static m => m.Date is not null) ? "The year is never given; clock times only are kept." : "No date is given; clock times only are kept.", yearless.Spans[0]);
        foreach (var sentence in window.Inferred)
            Warn(WarningCodes.Inferred, sentence, window.Start?.Spans[0]);
        if (window.Minutes is < 0)
            Contradict(WarningCodes.EndBeforeStart, $"the end {window.End!.Value.Value} lies before the start {window.Start!.Value.Value}", window.End.Value.Spans[0]);
        if (window is { Minutes: { } minutes, Stated: { } stated } && Math.Abs(minutes - stated.Value) > Tolerance(minutes, stated.Value))
            Contradict(WarningCodes.DurationMismatch, $"stated duration of {Minutes(stated.Value)} minutes, but start and end are {Minutes(minutes)} minutes apart", stated.Spans[0]);
    }

    private void CheckTimeline(Timeline timeline, Window window)
    {
        var newestFirst = TimelineEnds.IsNewestFirst(timeline.Entries);
        for (var i = 1; i < timeline.Entries.Length && !newestFirst; i++)
        {
            if (timeline.Entries[i - 1].At is { } before && timeline.Entries[i].At is { } at && before.MinutesTo(at) < 0)
            {
                Warn(WarningCodes.TimelineBackwards, $"The timeline runs backwards: {at} comes after {before}.", timeline.Entries[i].Span);
                break;
            }
        }

        if (timeline.Misdated is { } moment)
            Warn(WarningCodes.TimelineBackwards, $"The dates of the timeline run backwards while its clock goes on: {moment} was assumed.", timeline.Entries.FirstOrDefault(entry => entry.At == moment)?.Span);

        var (first, last, _) = timeline.Ends;
        Compare("starts", first, window.Start, timeline);
        Compare("ends", last, window.End, timeline);
    }

    private void Compare(string verb, TimelineEntry? entry, Found<Moment>? moment, Timeline timeline)
    {
        if (entry?.At is not { } at || moment is not { } told || told.Value.MinutesTo(at) is null || Agree(entry, told.Value, timeline))
            return;
        Contradict(WarningCodes.TimelineMismatch, $"the impact {verb} at {told.Value}, but the timeline has {at}", entry.Span);
    }

    /// <summary>A timeline that has any entry at the moment told agrees with it, unless it tells of failure at another time.</summary>
    private static bool Agree(TimelineEntry entry, Moment told, Timeline timeline) =>
        IsNear(told, entry.At!.Value) || (!TimelineEnds.TellsOfFailure(entry) && timeline.Entries.Any(e => e.At is { } known && IsNear(told, known)));

    private static bool IsNear(Moment told, Moment at) => told.MinutesTo(at) is { } apart && Math.Abs(apart) <= NearMinutes;

    // Whole and half hours are rounded more than other figures.
    private static double Tolerance(double minutes, double stated) => Math.Max(2, minutes * (stated % HalfHour == 0 ? 0.2 : 0.1));

    private void CheckShares(IReadOnlyList<Found<double>> shares)
    {
        if (shares.Count < 2 || shares.FirstOrDefault(s => Math.Abs(s.Value - shares[0].Value) > 0.5) is not { Spans.IsDefault: false } other)
            return;
        if (Math.Abs(shares[0].Value + other.Value - 100) < 0.5)
            return;
        Contradict(WarningCodes.ShareMismatch, $"{Minutes(shares[0].Value)}% of users in one place, {Minutes(other.Value)}% in another", other.Spans[0]);
    }

    /// <summary>Two summaries and two timelines under headings of their own are two incidents, or one told twice.</summary>
    private void CheckSingle(Outline outline)
    {
        var second = Headings(outline, PassageKind.Timeline).Skip(1).FirstOrDefault();
        if (second is not null && Headings(outline, PassageKind.Summary).Skip(1).Any())
            Warn(WarningCodes.SeveralIncidents, "The document seems to tell of more than one incident, or of one twice; times, title and share are those of the first.", second.Text.Span);
    }

    private static IEnumerable<Block> Headings(Outline outline, PassageKind kind) =>
        outline.Blocks.Where(block => block.Kind == BlockKind.Heading && block.Section == kind && block.Names.Exact == kind);

    private void Warn(string code, string message, SourceSpan? span) =>
        _warnings.Add(new Warning(code, message, span is { } at ? _lines.LineOf(at.Start) : null));

    private void Contradict(string code, string note, SourceSpan span)
    {
        _contradictions.Add(note);
        Warn(code, char.ToUpperInvariant(note[0]) + note[1..] + ".", span);
    }

    private static string Name(LocalDate day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Minutes(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
