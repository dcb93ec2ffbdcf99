namespace PostmortemInsights.Incidents;

/// <summary>A stretch of a document's decoded text: half-open character offsets, <c>Start</c> inclusive, <c>End</c> exclusive.</summary>
/// <param name="Start">Offset of the first character.</param>
/// <param name="End">Offset after the last character.</param>
public readonly record struct SourceSpan(int Start, int End)
{
    /// <summary>Number of characters.</summary>
    public int Length => End - Start;

    /// <summary>The characters of <paramref name="text"/> that this span covers.</summary>
    public ReadOnlySpan<char> Of(ReadOnlySpan<char> text) => text[Start..End];

    /// <summary>Whether <paramref name="other"/> lies wholly inside.</summary>
    public bool Contains(SourceSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>Whether the two share a character.</summary>
    public bool Overlaps(SourceSpan other) => Start < other.End && other.Start < End;
}
