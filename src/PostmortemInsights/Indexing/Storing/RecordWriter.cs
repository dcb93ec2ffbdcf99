using PostmortemInsights.Incidents;

namespace PostmortemInsights.Indexing.Storing;

/// <summary>
/// Writes an incident's fields, all but its text. <see cref="RecordReader"/> reads them in the same order.
/// </summary>
internal static class RecordWriter
{
    public static byte[] Write(Incident incident) => FieldWriter.ToBytes(incident, Write);

    private static void Write(BinaryWriter writer, Incident incident)
    {
        writer.Write(incident.Source);
        writer.Write(incident.Id);
        writer.Write(incident.IsPostmortem);
        writer.WriteText(incident.Title);
        writer.WriteMoment(incident.Start);
        writer.WriteMoment(incident.End);
        writer.Write(incident.DateAmbiguous);
        writer.WriteText(incident.TimeZone);
        writer.WriteNumber(incident.DurationMinutes);
        writer.WriteNumber(incident.StatedDurationMinutes);
        writer.WriteNumber(incident.UsersAffectedPercent);
        writer.Write7BitEncodedInt(incident.DetectionMethod is { } method ? 1 + (int)method : 0);
        writer.WriteMoment(incident.DetectedAt);
        writer.WriteItems(incident.Timeline, WriteEntry);
        writer.WriteItems(incident.MisleadingPaths, WritePath);
        writer.Write(incident.Escalated);
        writer.WriteText(incident.RootCause);
        writer.WriteItems(incident.Causes, WriteLabel);
        writer.WriteItems(incident.Components, WriteLabel);
        writer.WriteItems<Label>(incident.Trigger is { } trigger ? [trigger] : [], WriteLabel);
        writer.WriteText(incident.Resolution);
        writer.WriteItems(incident.ActionItems, WriteAction);
        writer.WriteItems(incident.Contradictions, static (w, note) => w.Write(note));
        writer.WriteMap(incident.Metadata, static (w, value) => w.Write(value));
        writer.WriteMap(incident.Spans, FieldWriter.WriteSpan);
        writer.WriteItems(incident.Warnings, WriteWarning);
        writer.WriteItems(incident.Passages, WritePassage);
    }

    private static void WriteEntry(BinaryWriter writer, TimelineEntry entry)
    {
        writer.WriteMoment(entry.At);
        writer.Write(entry.Text);
        writer.WriteSpan(entry.Span);
        writer.Write7BitEncodedInt((int)entry.Kind);
        writer.Write(entry.Derived);
        writer.Write(entry.Vindicated);
    }

    private static void WritePath(BinaryWriter writer, MisleadingPath path)
    {
        writer.Write(path.Text);
        writer.WriteMoment(path.At);
        writer.WriteText(path.Hypothesis);
        writer.WriteNumber(path.MinutesLost);
        writer.Write7BitEncodedInt((int)path.Kind);
        writer.WriteSpan(path.Span);
    }

    private static void WriteAction(BinaryWriter writer, ActionItem item)
    {
        writer.Write(item.Text);
        writer.WriteText(item.Owner);
        writer.WriteText(item.Due);
        writer.Write7BitEncodedInt((int)item.Kind);
        writer.WriteSpan(item.Span);
    }

    private static void WriteLabel(BinaryWriter writer, Label label)
    {
        writer.Write(label.Category);
        writer.Write(label.Probability);
        writer.WriteItems(label.Evidence, WriteEvidence);
    }

    private static void WriteEvidence(BinaryWriter writer, Evidence evidence)
    {
        writer.Write(evidence.Text);
        writer.WriteSpan(evidence.Span);
    }

    /// <summary>A warning; reviews count them, too.</summary>
    public static void WriteWarning(BinaryWriter writer, Warning warning)
    {
        writer.Write(warning.Code);
        writer.Write(warning.Message);
        writer.WriteLine(warning.Line);
    }

    private static void WritePassage(BinaryWriter writer, Passage passage)
    {
        writer.Write7BitEncodedInt((int)passage.Kind);
        writer.WriteSpan(passage.Span);
    }
}
