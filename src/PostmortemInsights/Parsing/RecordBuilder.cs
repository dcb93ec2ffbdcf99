using System.Collections.Immutable;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Narrative;
using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Parsing.Timelines;
using PostmortemInsights.Parsing.Times;
using PostmortemInsights.Parsing.Windows;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Parsing;

/// <summary>Puts together what the readers found, with the evidence for each field.</summary>
internal static class RecordBuilder
{
    /// <summary>The record.</summary>
    public static Incident Build(
        Incident blank, SourceDocument document, Outline outline, Found<string>? title, IncidentClock clock, Timeline timeline, Window window)
    {
        var entries = timeline.Entries;
        var story = Story.Of(outline, entries);
        var investigation = MisleadingPathReader.Read(story, entries, clock);
        var marked = investigation.Mark(entries);
        var telling = new Telling(outline, marked, investigation.Paths, window.Start?.Value, window.End?.Value);
        var cause = CauseReader.RootCause(telling);
        var resolution = CauseReader.Resolution(telling, cause);
        var actions = ActionItemReader.Read(outline);
        var notices = DetectionReader.Notices(story, entries).ToList();
        var method = DetectionReader.Method(notices);
        var detected = DetectionTime.Read(notices, method?.Value, entries, clock, window);
        var shown = entries.IsEmpty ? investigation.Mark(ProseTimeline.Read(outline, clock)) : marked;
        var shares = AffectedShare.Read(document, outline);
        var escalated = EscalationReader.Read(story);
        var (warnings, contradictions) = Reconciliation.Of(document, outline, clock, timeline, window, shares);
        var record = blank with
        {
            IsPostmortem = true,
            Title = title?.Value,
            Start = window.Start?.Value,
            End = window.End?.Value,
            DateAmbiguous = clock.Calendar.Ambiguous,
            TimeZone = clock.Zone?.Zone.Name,
            DurationMinutes = window.Minutes is null ? window.Stated?.Value : window.Minutes is >= 0 ? window.Minutes : null,
            StatedDurationMinutes = window.Stated?.Value,
            UsersAffectedPercent = shares.Count > 0 ? shares[0].Value : null,
            DetectionMethod = method?.Value,
            DetectedAt = detected?.Value,
            Timeline = shown,
            MisleadingPaths = investigation.Paths,
            Escalated = escalated.Count > 0,
            RootCause = cause?.Value,
            Resolution = resolution?.Value,
            ActionItems = actions,
            Warnings = [.. warnings, .. Unsaid(cause, method)],
            Contradictions = contradictions,
        };
        var evidence = new Evidences();
        evidence.Add("title", title?.Spans);
        evidence.Add("start", window.Start?.Spans);
        evidence.Add("end", window.End?.Spans);
        evidence.Add("timeZone", clock.Zone is { } zone ? [zone.Span] : null);
        evidence.Add("durationMinutes", window.Minutes is >= 0 ? [.. window.Start!.Value.Spans, .. window.End!.Value.Spans] : window.Stated?.Spans, record.DurationMinutes is not null);
        evidence.Add("statedDurationMinutes", window.Stated?.Spans);
        evidence.Add("usersAffectedPercent", shares.Count > 0 ? shares[0].Spans : null);
        evidence.Add("detectionMethod", method?.Spans);
        evidence.Add("detectedAt", detected?.Spans);
        evidence.Add("timeline", [.. shown.Select(static e => e.Span)]);
        evidence.Add("misleadingPaths", [.. investigation.Paths.Select(static p => p.Span)]);
        evidence.Add("escalated", [.. escalated]);
        evidence.Add("rootCause", cause?.Spans);
        evidence.Add("resolution", resolution?.Spans);
        evidence.Add("actionItems", [.. actions.Select(static a => a.Span)]);
        return record with { Spans = evidence.Spans };
    }

    private static IEnumerable<Warning> Unsaid(Found<string>? cause, Found<DetectionMethod>? method)
    {
        if (cause is null)
            yield return new Warning(WarningCodes.NoCause, "No root cause is stated.", null);
        if (method is null)
            yield return new Warning(WarningCodes.NoDetection, "Nothing says who or what noticed it first.", null);
    }

    /// <summary>Collects the places that fields were read from; a field without a value has none.</summary>
    private sealed class Evidences
    {
        private readonly List<NamedValues<SourceSpan>> _spans = [];

        public FieldMap<SourceSpan> Spans => FieldMap.Of<SourceSpan>(_spans);

        public void Add(string field, ImmutableArray<SourceSpan>? spans, bool known = true)
        {
            if (known && spans is { IsDefaultOrEmpty: false } places)
                _spans.Add(new(field, places));
        }
    }
}
