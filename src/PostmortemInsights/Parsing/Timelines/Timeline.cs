using System.Collections.Immutable;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Parsing.Timelines;

/// <summary>The timeline as read.</summary>
/// <param name="Entries">The entries in the order of the document.</param>
/// <param name="Notes">What is odd about it.</param>
internal sealed record Timeline(ImmutableArray<TimelineEntry> Entries, ImmutableArray<TimelineNote> Notes);

/// <summary>Something odd about the timeline.</summary>
/// <param name="Code">A warning code.</param>
/// <param name="Message">A sentence.</param>
/// <param name="Line">The line in the document.</param>
internal readonly record struct TimelineNote(string Code, string Message, int Line);
