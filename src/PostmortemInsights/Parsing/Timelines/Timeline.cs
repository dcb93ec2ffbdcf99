using System.Collections.Immutable;
using NodaTime;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Windows;

namespace PostmortemInsights.Parsing.Timelines;

/// <summary>The timeline as read.</summary>
/// <param name="entries">The entries in the order of the document.</param>
internal sealed class Timeline(ImmutableArray<TimelineEntry> entries)
{
    private (TimelineEntry? Start, TimelineEntry? End, TimelineEntry? Reopened)? _ends;

    /// <summary>A document without a timeline.</summary>
    public static readonly Timeline Empty = new([]);

    /// <summary>The entries in the order of the document.</summary>
    public ImmutableArray<TimelineEntry> Entries { get; } = entries;

    /// <summary>The entries that tell of the first sign and of full restoration, null where it has none; and the last restoration where it tells that the incident was reopened.</summary>
    public (TimelineEntry? Start, TimelineEntry? End, TimelineEntry? Reopened) Ends => _ends ??= TimelineEnds.Find(this);

    /// <summary>When the first entry was that bears another date than that of its day; null if there is none.</summary>
    public Moment? Misdated { get; init; }

    /// <summary>For entries stamped like <c>T+15</c> the minutes from the start, by the entry's index.</summary>
    public ImmutableDictionary<int, double> FromStart { get; init; } = ImmutableDictionary<int, double>.Empty;

    /// <summary>The entries from one day to another that have a clock time.</summary>
    public Timeline Within(LocalDate first, LocalDate last) => new([.. Entries.Where(entry => entry.At is { Time: not null, Date: { } day } && day >= first && day <= last)]);

    /// <summary>The timeline with those entries told by the clock; as it is where the start is not known.</summary>
    public Timeline CountedFrom(Moment? start) => start is not { Time: not null } zero || FromStart.IsEmpty
        ? this
        : new Timeline([.. Entries.Select((entry, i) => FromStart.TryGetValue(i, out var minutes) ? entry with { At = zero.PlusMinutes(minutes) } : entry)]) { Misdated = Misdated };
}
