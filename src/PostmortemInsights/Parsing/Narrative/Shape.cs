using PostmortemInsights.Parsing.Phrasing;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>What a statement looks like, by its length, its place and the heading above it.</summary>
internal static class Shape
{
    private const int LongestCaption = 4;
    private const int LongestQuestion = 14;

    /// <summary>Whether it has no more words than a heading.</summary>
    public static bool IsShort(Statement statement) => statement.Words.Count <= LongestCaption;

    /// <summary>Whether it begins with a word for what was said before: <c>That was a red herring.</c></summary>
    public static bool PointsBack(Statement statement) => statement.Words.Count > 0 && statement.Words.Lower(0) is "that" or "this" or "it" or "which" or "these" or "both";

    /// <summary>A few words such as <c>Misleading paths</c> that only head what follows.</summary>
    public static bool IsHeading(Statement statement, Cues cues) =>
        IsShort(statement) && statement.Text.Span == statement.Passage.Span && cues.Has(Cues.Label, Cues.Astray) && Blame.In(statement.Words).IsNothing;

    /// <summary>A few words such as <c>Red herring.</c> in front of the sentence that tells it.</summary>
    public static bool IsCaption(Statement statement, Wording? label) =>
        label is not null && IsShort(statement) && OpensPassage(statement);

    /// <summary>Whether it stands under a heading such as <c>What we thought</c>.</summary>
    public static bool IsBelief(Statement statement) =>
        !statement.InTimeline && (Cues.IsBelief(statement.Label) || Cues.IsBelief(statement.Block.Under));

    /// <summary>Whether it names a suspect under a heading such as <c>What we tried</c>: <c>The router. It had been moved …</c></summary>
    public static bool IsSuspect(Statement statement) =>
        IsShort(statement) && OpensPassage(statement) && Cues.IsSearch(statement.Block.Under) && !Blame.In(statement.Words).IsVague;

    /// <summary>Whether it asks in running text what is answered with no as a rule: <c>Was it the router?</c></summary>
    public static bool IsThrownUp(Statement statement, Cues cues) =>
        !statement.InTimeline && (IsShort(statement) || cues.First(Cues.Asked)?.First == 0) && statement.Text.Value.AsSpan().TrimEnd().EndsWith('?') && IsAboutSomething(statement);

    /// <summary>A short question that names something, such as <c>Is it the router?</c></summary>
    public static bool IsQuestion(Statement statement, Wording? doubt)
    {
        var mark = statement.Text.Value.IndexOf('?', StringComparison.Ordinal);
        return statement.InTimeline && IsAboutSomething(statement) && !(doubt is { } no && statement.Words.StartOf(no.First) < mark);
    }

    /// <summary>Whether the words in front of its first question mark are few and name something.</summary>
    private static bool IsAboutSomething(Statement statement)
    {
        var mark = statement.Text.Value.IndexOf('?', StringComparison.Ordinal);
        var words = 0;
        while (words < statement.Words.Count && words <= LongestQuestion && statement.Words.EndOf(words) <= mark)
            words++;
        return words <= LongestQuestion && !Blame.In(statement.Words, 0, words).IsVague;
    }

    private static bool OpensPassage(Statement statement) =>
        statement.Text.Span.Start == statement.Passage.Span.Start && statement.Text.Span.End < statement.Passage.Span.End;
}
