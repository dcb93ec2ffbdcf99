using PostmortemInsights.Incidents;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>What the document says it was in the end, as components and causes that a hypothesis can be compared with.</summary>
internal static class TrueCause
{
    private static readonly Wordings List = Wordings.Load("Parsing/Narrative/true-cause.txt");

    /// <summary>What the sentences that state the cause blame: of each, the component and the cause that stand nearest to the word for it.</summary>
    public static Blame In(IEnumerable<Statement> story)
    {
        var (components, causes) = (new List<string>(), new List<string>());
        foreach (var statement in story)
        {
            var blame = Stated(statement);
            components.AddRange(blame.Components.Take(1));
            causes.AddRange(blame.Causes.Take(1));
        }

        return new Blame([.. components.Distinct(StringComparer.Ordinal)], [.. causes.Distinct(StringComparer.Ordinal)], components.Concat(causes).FirstOrDefault());
    }

    private static Blame Stated(Statement statement)
    {
        var said = List.In(statement.Words);
        var index = said.FindIndex(w => w.Kind == "Names" || (w.Kind == "Explains" && statement.Section is PassageKind.RootCause or PassageKind.Summary));
        if (index >= 0)
            return Beside(said[index], statement);
        var opens = statement.Section == PassageKind.RootCause && statement.Text.Span.Start == statement.Passage.Span.Start;
        return opens ? Blame.In(statement.Words) : Blame.Nothing;
    }

    /// <summary>What stands behind <c>root cause</c> or <c>due to</c>; if nothing does, what stands next to it in front.</summary>
    private static Blame Beside(Wording named, Statement statement)
    {
        var (before, behind) = (Blame.In(statement.Words, 0, named.First), Blame.In(statement.Words, named.End, statement.Words.Length));
        return new Blame(
            behind.Components.IsEmpty ? [.. before.Components.TakeLast(1)] : behind.Components,
            behind.Causes.IsEmpty ? [.. before.Causes.TakeLast(1)] : behind.Causes,
            behind.First ?? before.First);
    }
}
