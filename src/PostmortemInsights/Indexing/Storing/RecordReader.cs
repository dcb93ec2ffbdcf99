using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using NodaTime;
using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing.Files;

namespace PostmortemInsights.Indexing.Storing;

/// <summary>Reads what <see cref="RecordWriter"/> wrote, field by field in the same order.</summary>
internal ref struct RecordReader
{
    private const int LongestName = 64;

    // Names of fields, categories and warnings are few and come again with every record.
    private static readonly WordMemory<string> Names = new(static name => name.ToString());

    private readonly ReadOnlySpan<byte> _bytes;
    private int _at;

    private RecordReader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    private delegate T Item<T>(ref RecordReader reader);

    /// <summary>The incident of a record, without its text.</summary>
    /// <exception cref="InvalidDataException">The bytes are no record.</exception>
    public static Incident Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var reader = new RecordReader(bytes);
            return reader.Incident();
        }
        catch (Exception problem) when (problem is ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            throw new InvalidDataException("The bytes are no record.", problem);
        }
    }

    private Incident Incident() => new()
    {
        Text = "",
        Source = Text(),
        Id = Text(),
        IsPostmortem = Flag(),
        Title = TextOrNull(),
        Start = Moment(),
        End = Moment(),
        DateAmbiguous = Flag(),
        TimeZone = TextOrNull(),
        DurationMinutes = NumberOrNull(),
        StatedDurationMinutes = NumberOrNull(),
        UsersAffectedPercent = NumberOrNull(),
        DetectionMethod = Count() is > 0 and var method ? (DetectionMethod)(method - 1) : null,
        DetectedAt = Moment(),
        Timeline = Items(static (ref reader) => reader.Entry()),
        MisleadingPaths = Items(static (ref reader) => reader.Path()),
        Escalated = Flag(),
        RootCause = TextOrNull(),
        Causes = Labels(),
        Components = Labels(),
        Trigger = Labels() is [var trigger] ? trigger : null,
        Resolution = TextOrNull(),
        ActionItems = Items(static (ref reader) => reader.Action()),
        Contradictions = Items(static (ref reader) => reader.Text()),
        Metadata = Map(static (ref reader) => reader.Text()),
        Spans = Map(static (ref reader) => reader.Span()),
        Warnings = Items(static (ref reader) => new Warning(reader.Name(), reader.Text(), reader.Count() is > 0 and var line ? line : null)),
        Passages = Items(static (ref reader) => new Passage((PassageKind)reader.Count(), reader.Span())),
    };

    private TimelineEntry Entry() => new(Moment(), Text(), Span(), (TimelineKind)Count(), Flag(), Flag());

    private MisleadingPath Path() => new(Text(), Moment(), TextOrNull(), NumberOrNull(), (MisleadingPathKind)Count(), Span());

    private ActionItem Action() => new(Text(), TextOrNull(), TextOrNull(), (ActionKind)Count(), Span());

    private ImmutableArray<Label> Labels() => Items(static (ref reader) => new Label(
        reader.Name(), reader.Number(), reader.Items(static (ref reader) => new Evidence(reader.Text(), reader.Span()))));

    private SourceSpan Span()
    {
        var start = Count();
        return new SourceSpan(start, start + Count());
    }

    private Moment? Moment()
    {
        var parts = (KnownParts)_bytes[_at++];
        if (parts == KnownParts.None)
            return null;
        LocalDate? date = parts.HasFlag(KnownParts.Date) ? MomentParts.Day(BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)))) : null;
        LocalTime? time = parts.HasFlag(KnownParts.Time) ? LocalTime.FromNanosecondsSinceMidnight(BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)))) : null;
        Offset? offset = parts.HasFlag(KnownParts.Offset) ? Offset.FromSeconds(BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)))) : null;
        return new Moment(date, time, offset);
    }

    private string Text() => Encoding.UTF8.GetString(Take(Count()));

    private string Name()
    {
        var bytes = Take(Count());
        if (bytes.Length > LongestName)
            return Encoding.UTF8.GetString(bytes);
        Span<char> name = stackalloc char[LongestName];
        return Names.Of(name[..Encoding.UTF8.GetChars(bytes, name)]);
    }

    private string? TextOrNull() => Flag() ? Text() : null;

    private double Number() => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));

    private double? NumberOrNull() => Flag() ? Number() : null;

    private bool Flag() => _bytes[_at++] != 0;

    private int Count() => VarInt.Read(_bytes, ref _at);

    private ReadOnlySpan<byte> Take(int length)
    {
        var taken = _bytes.Slice(_at, length);
        _at += length;
        return taken;
    }

    private ImmutableArray<T> Items<T>(Item<T> read)
    {
        var count = Count();
        if (count == 0)
            return [];
        if (count > _bytes.Length - _at)
            throw new InvalidDataException("More items are announced than there are bytes.");
        var items = new T[count];
        for (var i = 0; i < items.Length; i++)
            items[i] = read(ref this);
        return ImmutableCollectionsMarshal.AsImmutableArray(items);
    }

    private ImmutableSortedDictionary<string, ImmutableArray<T>> Map<T>(Item<T> read)
    {
        var map = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<T>>(StringComparer.Ordinal);
        for (var left = Count(); left > 0; left--)
            map.Add(Name(), Items(read));
        return map.ToImmutable();
    }
}
