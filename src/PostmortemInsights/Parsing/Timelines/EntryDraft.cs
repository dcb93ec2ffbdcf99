using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Outlining;

namespace PostmortemInsights.Parsing.Timelines;

/// <summary>An entry as it grows: a stamp first, its text from the same or the following blocks.</summary>
/// <param name="At">When; null when the text does not say, or only how long after the start.</param>
/// <param name="Text">What happened, as far as read.</param>
/// <param name="Line">The line that it begins in.</param>
internal sealed record EntryDraft(Moment? At, CleanText Text, int Line)
{
    private const int LongestEntry = 4000;
    private const int ShortestStory = 40;

    /// <summary>Whether its stamp stands alone, as a heading or a line above its text.</summary>
    public bool StampAbove { get; init; }

    /// <summary>Whether what follows tells of it: its stamp stands above, and no heading has come since.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether it is a heading with a stretch of time, under which nothing has been told so far.</summary>
    public bool Heads { get; init; }

    /// <summary>Whether its own text ended in a colon: what it announces may be a list.</summary>
    public bool Announces { get; } = Text.Value is [.., ':'];

    /// <summary>Minutes from the start of the incident, for a stamp like <c>T+15</c>.</summary>
    public double? FromStart { get; init; }

    /// <summary>What it is, when it stands without a stamp before the first entry that has one; else null.</summary>
    public BlockKind? Leads { get; init; }

    /// <summary>Whether it ends in a colon now: what it announces is still to come.</summary>
    public bool EndsOpen => Text.Value is [.., ':'];

    /// <summary>Whether it waits for its text, or for more of it, under its stamp.</summary>
    public bool IsUnderStamp => StampAbove && (IsOpen || Text.IsEmpty);

    /// <summary>Whether it only names what happened, in a few words without a full stop.</summary>
    public bool OnlyNames => Text.Value is { Length: < ShortestStory } name && !name.EndsWith('.');

    /// <summary>The entry with the text that follows; one that is long enough stays as it is.</summary>
    public EntryDraft Continued(CleanText text) =>
        Text.IsEmpty ? this with { Text = text } : Text.Value.Length < LongestEntry ? this with { Text = Text.Append(text), Heads = false } : this;
}
