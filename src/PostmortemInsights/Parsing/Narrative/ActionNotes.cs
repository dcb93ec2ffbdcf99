namespace PostmortemInsights.Parsing.Narrative;

/// <summary>Who does a follow-up and by when, as noted in its text.</summary>
internal readonly record struct ActionNotes(string? Owner, string? Due)
{
    /// <summary>The notes in a text.</summary>
    public static ActionNotes Of(string text) => new(null, null);
}
