using NodaTime;
using NodaTime.Text;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Times;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Parsing.Windows;

/// <summary>The window that front matter gives: it takes precedence over the text.</summary>
internal static class FrontMatterWindow
{
    private static readonly IPattern<OffsetDateTime> Iso = new CompositePatternBuilder<OffsetDateTime>
    {
        { OffsetDateTimePattern.ExtendedIso, static _ => true },
        { OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mmo<Z+HH:mm>"), static _ => true },
    }.Build();

    private static readonly string[] StartKeys = ["start", "start_time", "startTime", "start-time", "started", "started_at", "startedAt", "began", "incident_start"];
    private static readonly string[] EndKeys = ["end", "end_time", "endTime", "end-time", "ended", "ended_at", "endedAt", "resolved_at", "resolvedAt", "resolvedWhen", "resolved_when", "incident_end"];

    /// <summary>The window; null when no key gives a start or an end.</summary>
    public static Stretch? Read(FrontMatter? matter, IncidentClock clock)
    {
        if (matter is null)
            return null;
        var end = Moment(matter.Find(EndKeys), clock);
        var start = Moment(matter.Find(StartKeys), clock) ?? (end is null ? null : Moment(matter.Find("date"), clock));
        return start is null && end is null ? null : new Stretch(start, end, null);
    }

    private static Found<Moment>? Moment(FrontMatterEntry? entry, IncidentClock clock)
    {
        if (entry is null)
            return null;
        var iso = Iso.Parse(entry.Value.Replace("-00:00", "Z", StringComparison.Ordinal));
        if (iso.Success)
            return new Found<Moment>(new Moment(iso.Value.Date, iso.Value.TimeOfDay, iso.Value.Offset), entry.Span);
        return TimeScanner.Scan(entry.Value.Replace('T', ' ')) is [var mention, ..] ? new Found<Moment>(clock.Resolve(mention), entry.Span) : null;
    }
}
