using PostmortemInsights.Incidents;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>What the document says it was in the end, as components and causes that a hypothesis can be compared with.</summary>
internal static class TrueCause
{
    private static readonly Wordings List = Wordings.Load("Parsing/Narrative/true-cause.txt");

    /// <summary>What the sentences that state the cause blame; of each, the component and the cause that it names first.</summary>
    public static Blame In(IEnumerable<Statement> story)
    {
        var (components, causes) = (new List<string>(), new List<string>());
        foreach (var statement in story.Where(States))
        {
            var blame = Blame.In(statement.Words);
            components.AddRange(blame.Components.Take(1));
            causes.AddRange(blame.Causes.Take(1));
        }

        return new Blame([.. components.Distinct(StringComparer.Ordinal)], [.. causes.Distinct(StringComparer.Ordinal)], components.Concat(causes).FirstOrDefault());
    }

    private static bool States(Statement statement)
    {
        var said = List.In(statement.Words);
        if (said.Exists(static w => w.Kind == "Names"))
            return true;
        return statement.Section == PassageKind.RootCause
            && (statement.Text.Span.Start == statement.Passage.Span.Start || said.Exists(static w => w.Kind == "Explains"));
    }
}
