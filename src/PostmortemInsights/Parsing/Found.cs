using System.Collections.Immutable;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Parsing;

/// <summary>A value with the places in the document that it was read or computed from.</summary>
internal readonly record struct Found<T>(T Value, ImmutableArray<SourceSpan> Spans)
{
    public Found(T value, params IEnumerable<SourceSpan> spans)
        : this(value, [.. spans])
    {
    }
}
