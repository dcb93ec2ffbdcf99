using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace PostmortemInsights.Incidents;

/// <summary>
/// A point in time as far as the text tells it: a date, a clock time, or both, and an offset from UTC only where a zone is named.
/// What the text does not say stays null; nothing is made up.
/// </summary>
/// <param name="Date">The day, or null when the text gives a clock time only.</param>
/// <param name="Time">The clock time, or null when the text gives a day only.</param>
/// <param name="Offset">Offset from UTC; null when no zone is named.</param>
public readonly record struct Moment(LocalDate? Date, LocalTime? Time, Offset? Offset)
{
    private static readonly LocalTimePattern Minutes = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalTimePattern Seconds = LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss");
    private static readonly OffsetPattern Offsets = OffsetPattern.CreateWithInvariantCulture("+HH:mm");

    /// <summary>The instant, when date, time and offset are all known.</summary>
    public Instant? Instant => Date is { } d && Time is { } t && Offset is { } o ? d.At(t).WithOffset(o).ToInstant() : null;

    /// <summary>The date and clock time without the offset, when both are known.</summary>
    public LocalDateTime? Local => Date is { } d && Time is { } t ? d.At(t) : null;

    /// <summary>
    /// Minutes from this moment to <paramref name="later"/>: by instants where both offsets are known, else by the clocks as written;
    /// null when a date or a time is missing. Negative when <paramref name="later"/> is before this.
    /// </summary>
    public double? MinutesTo(Moment later)
    {
        if (Instant is { } a && later.Instant is { } b)
            return (b - a).TotalMinutes;
        if (Local is { } x && later.Local is { } y)
            return Period.Between(x, y, PeriodUnits.Seconds).Seconds / 60.0;
        return null;
    }

    /// <summary>The moment <paramref name="minutes"/> later (earlier when negative), with what is known of it; a day alone stays as it is.</summary>
    public Moment PlusMinutes(double minutes)
    {
        if (Time is not { } time)
            return this;
        var seconds = (long)Math.Round(minutes * 60);
        if (Date is not { } date)
            return this with { Time = time.PlusSeconds(seconds) };
        var moved = date.At(time).PlusSeconds(seconds);
        return this with { Date = moved.Date, Time = moved.TimeOfDay };
    }

    /// <summary>ISO 8601: <c>2024-06-04T14:00+01:00</c>, <c>2024-06-04T14:00</c>, <c>2024-06-04</c> or <c>T14:00</c>.</summary>
    public override string ToString()
    {
        var date = Date is { } d ? IsoDay.Of(d) : "";
        if (Time is not { } t)
            return date;
        var time = (t.Second == 0 ? Minutes : Seconds).Format(t);
        var offset = Date is not null && Offset is { } o ? Offsets.Format(o) : "";
        return string.Create(CultureInfo.InvariantCulture, $"{date}T{time}{offset}");
    }

    /// <summary>Reads what <see cref="ToString"/> writes; null for anything else.</summary>
    public static Moment? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        var cut = text.IndexOf('T', StringComparison.Ordinal);
        var day = cut < 0 ? text : text[..cut];
        LocalDate? date = day.Length == 0 ? null : LocalDatePattern.Iso.Parse(day) is { Success: true } d ? d.Value : null;
        if (day.Length > 0 && date is null)
            return null;
        if (cut < 0)
            return new Moment(date, null, null);
        var rest = text[(cut + 1)..];
        var sign = rest.AsSpan().IndexOfAny('+', '-');
        var clock = sign < 0 ? rest : rest[..sign];
        var time = (clock.Length > 5 ? Seconds : Minutes).Parse(clock);
        if (!time.Success)
            return null;
        if (sign < 0)
            return new Moment(date, time.Value, null);
        var offset = Offsets.Parse(rest[sign..]);
        return offset.Success ? new Moment(date, time.Value, offset.Value) : null;
    }
}
