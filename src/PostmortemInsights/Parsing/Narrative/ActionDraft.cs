using PostmortemInsights.Incidents;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>A follow-up as found, before its notes are read.</summary>
/// <param name="Text">What is to be done.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record ActionDraft(string Text, SourceSpan Span)
{
    /// <summary>Who does it, when a table says so in a column of its own.</summary>
    public string? Owner { get; init; }

    /// <summary>By when, when a table says so in a column of its own.</summary>
    public string? Due { get; init; }
}
