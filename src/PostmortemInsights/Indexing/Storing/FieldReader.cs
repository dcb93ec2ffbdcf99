using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using NodaTime;
using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing.Files;

namespace PostmortemInsights.Indexing.Storing;

/// <summary>Reads one after the other what <see cref="FieldWriter"/> wrote.</summary>
internal ref struct FieldReader(ReadOnlySpan<byte> bytes)
{
    private const int LongestOnStack = 64;

    // Names of fields, categories and owners, dates and warnings come again with many records.
    private static readonly Func<ReadOnlySpan<char>, string> Known = new WordMemory<string>(static name => name).Of;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    public delegate T Item<T>(ref FieldReader fields);

    /// <summary>Reads all that <paramref name="bytes"/> hold.</summary>
    /// <exception cref="InvalidDataException">They were not written for that.</exception>
    public static T Read<T>(ReadOnlySpan<byte> bytes, Item<T> read)
    {
        try
        {
            var fields = new FieldReader(bytes);
            return read(ref fields);
        }
        catch (Exception problem) when (problem is ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            throw new InvalidDataException("The bytes are no record.", problem);
        }
    }

    public string Text() => Encoding.UTF8.GetString(Take(Count()));

    /// <summary>What is made of a text.</summary>
    public T Text<T>(Func<ReadOnlySpan<char>, T> make)
    {
        var encoded = Take(Count());
        var text = encoded.Length <= LongestOnStack ? stackalloc char[LongestOnStack] : new char[encoded.Length];
        return make(text[..Encoding.UTF8.GetChars(encoded, text)]);
    }

    public string? TextOrNull() => Flag() ? Text() : null;

    /// <summary>A text that many records have in common.</summary>
    public string Name() => Text(Known);

    public string? NameOrNull() => Flag() ? Name() : null;

    public double Number() => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));

    public double? NumberOrNull() => Flag() ? Number() : null;

    public bool Flag() => _bytes[_at++] != 0;

    public int Count() => VarInt.Read(_bytes, ref _at);

    /// <summary>The number of a line, from 1; null when it is not known.</summary>
    public int? Line() => Count() is > 0 and var line ? line : null;

    public LocalDate? DateOrNull() => Flag() ? Date() : null;

    public SourceSpan Span()
    {
        var start = Count();
        return new SourceSpan(start, start + Count());
    }

    public Moment? Moment()
    {
        var parts = (KnownParts)_bytes[_at++];
        if (parts == KnownParts.None)
            return null;
        LocalDate? date = parts.HasFlag(KnownParts.Date) ? Date() : null;
        LocalTime? time = parts.HasFlag(KnownParts.Time) ? LocalTime.FromNanosecondsSinceMidnight(BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)))) : null;
        Offset? offset = parts.HasFlag(KnownParts.Offset) ? Offset.FromSeconds(BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)))) : null;
        return new Moment(date, time, offset);
    }

    private LocalDate Date() => MomentParts.Day(BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int))));

    public ImmutableArray<T> Items<T>(Item<T> read)
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

    public FieldMap<T> Map<T>(Item<T> read)
    {
        var fields = new List<NamedValues<T>>();
        for (var left = Count(); left > 0; left--)
            fields.Add(new NamedValues<T>(Name(), Items(read)));
        return FieldMap.Of<T>(fields);
    }

    public ReadOnlySpan<byte> Take(int length)
    {
        var taken = _bytes.Slice(_at, length);
        _at += length;
        return taken;
    }
}
