using System.Collections.Immutable;
using System.Text;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Indexing.Storing;

/// <summary>
/// Writes an incident's fields, all but its text, one after the other and without names: numbers in as few bytes as they need, texts as
/// UTF-8 behind their length. <see cref="RecordReader"/> reads them in the same order.
/// </summary>
internal static class RecordWriter
{
    public static byte[] Write(Incident incident)
    {
        using var bytes = new MemoryStream();
        // The writer's own encoding throws at half a surrogate pair, which a text cut to a length may end in.
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8))
            Write(writer, incident);
        return bytes.ToArray();
    }

    private static void Write(BinaryWriter writer, Incident incident)
    {
        writer.Write(incident.Source);
        writer.Write(incident.Id);
        writer.Write(incident.IsPostmortem);
        WriteText(writer, incident.Title);
        WriteMoment(writer, incident.Start);
        WriteMoment(writer, incident.End);
        writer.Write(incident.DateAmbiguous);
        WriteText(writer, incident.TimeZone);
        WriteNumber(writer, incident.DurationMinutes);
        WriteNumber(writer, incident.StatedDurationMinutes);
        WriteNumber(writer, incident.UsersAffectedPercent);
        writer.Write7BitEncodedInt(incident.DetectionMethod is { } method ? 1 + (int)method : 0);
        WriteMoment(writer, incident.DetectedAt);
        WriteItems(writer, incident.Timeline, WriteEntry);
        WriteItems(writer, incident.MisleadingPaths, WritePath);
        writer.Write(incident.Escalated);
        WriteText(writer, incident.RootCause);
        WriteItems(writer, incident.Causes, WriteLabel);
        WriteItems(writer, incident.Components, WriteLabel);
        WriteItems<Label>(writer, incident.Trigger is { } trigger ? [trigger] : [], WriteLabel);
        WriteText(writer, incident.Resolution);
        WriteItems(writer, incident.ActionItems, WriteAction);
        WriteItems(writer, incident.Contradictions, static (w, note) => w.Write(note));
        WriteMap(writer, incident.Metadata, static (w, value) => w.Write(value));
        WriteMap(writer, incident.Spans, WriteSpan);
        WriteItems(writer, incident.Warnings, WriteWarning);
        WriteItems(writer, incident.Passages, WritePassage);
    }

    private static void WriteEntry(BinaryWriter writer, TimelineEntry entry)
    {
        WriteMoment(writer, entry.At);
        writer.Write(entry.Text);
        WriteSpan(writer, entry.Span);
        writer.Write7BitEncodedInt((int)entry.Kind);
        writer.Write(entry.Derived);
        writer.Write(entry.Vindicated);
    }

    private static void WritePath(BinaryWriter writer, MisleadingPath path)
    {
        writer.Write(path.Text);
        WriteMoment(writer, path.At);
        WriteText(writer, path.Hypothesis);
        WriteNumber(writer, path.MinutesLost);
        writer.Write7BitEncodedInt((int)path.Kind);
        WriteSpan(writer, path.Span);
    }

    private static void WriteAction(BinaryWriter writer, ActionItem item)
    {
        writer.Write(item.Text);
        WriteText(writer, item.Owner);
        WriteText(writer, item.Due);
        writer.Write7BitEncodedInt((int)item.Kind);
        WriteSpan(writer, item.Span);
    }

    private static void WriteLabel(BinaryWriter writer, Label label)
    {
        writer.Write(label.Category);
        writer.Write(label.Probability);
        WriteItems(writer, label.Evidence, WriteEvidence);
    }

    private static void WriteEvidence(BinaryWriter writer, Evidence evidence)
    {
        writer.Write(evidence.Text);
        WriteSpan(writer, evidence.Span);
    }

    private static void WriteWarning(BinaryWriter writer, Warning warning)
    {
        writer.Write(warning.Code);
        writer.Write(warning.Message);
        writer.Write7BitEncodedInt(warning.Line ?? 0);
    }

    private static void WritePassage(BinaryWriter writer, Passage passage)
    {
        writer.Write7BitEncodedInt((int)passage.Kind);
        WriteSpan(writer, passage.Span);
    }

    private static void WriteSpan(BinaryWriter writer, SourceSpan span)
    {
        writer.Write7BitEncodedInt(span.Start);
        writer.Write7BitEncodedInt(span.Length);
    }

    private static void WriteMoment(BinaryWriter writer, Moment? moment)
    {
        writer.Write((byte)MomentParts.Of(moment));
        if (moment?.Date is { } date)
            writer.Write(MomentParts.DayNumber(date));
        if (moment?.Time is { } time)
            writer.Write(time.NanosecondOfDay);
        if (moment?.Offset is { } offset)
            writer.Write(offset.Seconds);
    }

    private static void WriteText(BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null)
            writer.Write(text);
    }

    private static void WriteNumber(BinaryWriter writer, double? number)
    {
        writer.Write(number is not null);
        if (number is { } value)
            writer.Write(value);
    }

    private static void WriteItems<T>(BinaryWriter writer, ImmutableArray<T> items, Action<BinaryWriter, T> write)
    {
        writer.Write7BitEncodedInt(items.Length);
        foreach (var item in items)
            write(writer, item);
    }

    private static void WriteMap<T>(BinaryWriter writer, ImmutableSortedDictionary<string, ImmutableArray<T>> map, Action<BinaryWriter, T> write)
    {
        writer.Write7BitEncodedInt(map.Count);
        foreach (var (key, values) in map)
        {
            writer.Write(key);
            WriteItems(writer, values, write);
        }
    }
}
