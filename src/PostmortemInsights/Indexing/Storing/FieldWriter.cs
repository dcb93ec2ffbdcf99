using System.Collections.Immutable;
using System.Text;
using NodaTime;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Indexing.Storing;

/// <summary>Writes fields one after the other and without names: numbers in as few bytes as they need, texts as UTF-8 behind their length.</summary>
internal static class FieldWriter
{
    /// <summary>All that is written of something.</summary>
    public static byte[] ToBytes<T>(T whole, Action<BinaryWriter, T> write)
    {
        using var bytes = new MemoryStream();
        // The writer's own encoding throws at half a surrogate pair, which a text cut to a length may end in.
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8))
            write(writer, whole);
        return bytes.ToArray();
    }

    public static void WriteSpan(this BinaryWriter writer, SourceSpan span)
    {
        writer.Write7BitEncodedInt(span.Start);
        writer.Write7BitEncodedInt(span.Length);
    }

    public static void WriteMoment(this BinaryWriter writer, Moment? moment)
    {
        writer.Write((byte)MomentParts.Of(moment));
        if (moment?.Date is { } date)
            writer.Write(MomentParts.DayNumber(date));
        if (moment?.Time is { } time)
            writer.Write(time.NanosecondOfDay);
        if (moment?.Offset is { } offset)
            writer.Write(offset.Seconds);
    }

    public static void WriteText(this BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null)
            writer.Write(text);
    }

    public static void WriteNumber(this BinaryWriter writer, double? number)
    {
        writer.Write(number is not null);
        if (number is { } value)
            writer.Write(value);
    }

    /// <summary>The number of a line, from 1; null when it is not known.</summary>
    public static void WriteLine(this BinaryWriter writer, int? line) => writer.Write7BitEncodedInt(line ?? 0);

    public static void WriteDate(this BinaryWriter writer, LocalDate? date)
    {
        writer.Write(date is not null);
        if (date is { } day)
            writer.Write(MomentParts.DayNumber(day));
    }

    public static void WriteItems<T>(this BinaryWriter writer, ImmutableArray<T> items, Action<BinaryWriter, T> write)
    {
        writer.Write7BitEncodedInt(items.Length);
        foreach (var item in items)
            write(writer, item);
    }

    public static void WriteMap<T>(this BinaryWriter writer, FieldMap<T> map, Action<BinaryWriter, T> write)
    {
        writer.Write7BitEncodedInt(map.Fields.Count);
        foreach (var (key, values) in map.Fields)
        {
            writer.Write(key);
            writer.WriteItems(values, write);
        }
    }
}
