using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Phrasing;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>Finds whether the incident was handed or raised to another team, a senior, a manager or a vendor.</summary>
internal static class EscalationReader
{
    private static readonly Wordings List = Wordings.Load("Parsing/Narrative/escalation.txt");

    /// <summary>The places that say so; empty when it was not.</summary>
    public static IReadOnlyList<SourceSpan> Read(IEnumerable<Statement> story) => [.. story.SelectMany(Raised)];

    private static IEnumerable<SourceSpan> Raised(Statement statement)
    {
        var said = List.In(statement.Words);
        if (said.Count == 0 || statement.Section == PassageKind.Lessons)
            return [];
        var planned = said.Exists(static w => w.Kind == "Plan");
        return said.Where(w => w.Kind == "Promised" || (!planned && w is { Kind: "Raised" } or { Kind: "Opening", First: 0 }))
            .Select(w => statement.Text.SpanOf(statement.Words.StartOf(w.First), statement.Words.EndOf(w.End - 1)));
    }
}
