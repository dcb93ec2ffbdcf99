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
        var cause = CauseReader.RootCause(outline, entries);
        var resolution = CauseReader.Resolution(outline, entries);
        var paths = MisleadingPathReader.Read(outline, entries);
        var actions = ActionItemReader.Read(outline);
        var method = DetectionReader.Method(outline, entries);
        var detected = DetectionReader.At(outline, entries, window.Start, clock);
        var shares = AffectedShare.Read(outline);
        var escalated = EscalationReader.Read(outline, entries);
        return blank with
        {
            IsPostmortem = true,
            Title = title?.Value,
            Start = window.Start?.Value,
            End = window.End?.Value,
            DurationMinutes = window.Minutes ?? (window.Start is null || window.End is null ? window.Stated?.Value : null),
            StatedDurationMinutes = window.Stated?.Value,
            UsersAffectedPercent = shares.Count > 0 ? shares[0].Value : null,
            DateAmbiguous = clock.Calendar.Ambiguous,
            TimeZone = clock.Zone?.Zone.Name,
            DetectionMethod = method?.Value,
            DetectedAt = detected?.Value,
            Timeline = entries,
            MisleadingPaths = paths,
            Escalated = escalated.Count > 0,
            RootCause = cause?.Value,
            Resolution = resolution?.Value,
            ActionItems = actions,
        };
    }
}
