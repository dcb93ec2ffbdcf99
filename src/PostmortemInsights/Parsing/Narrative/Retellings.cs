namespace PostmortemInsights.Parsing.Narrative;

/// <summary>Keeps one telling of each wrong turn.</summary>
internal static class Retellings
{
    private const int SharedWords = 2;

    /// <summary>The turns without the suspicions that a labelled one tells again.</summary>
    public static List<Turn> Drop(List<Turn> turns) =>
        turns.FindAll(turn => turn.Kind == TurnKind.Labelled || !turns.Exists(other => other.Kind == TurnKind.Labelled && Repeats(other, turn)));

    /// <summary>Those of <paramref name="others"/> that neither <paramref name="told"/> nor an earlier one tells.</summary>
    public static List<Turn> New(List<Turn> told, IEnumerable<Turn> others)
    {
        var fresh = new List<Turn>();
        foreach (var turn in others)
        {
            if (!told.Concat(fresh).Any(other => turn.Blame.IsNothing || other.Blame.IsNothing || turn.Blame.Shares(other.Blame)))
                fresh.Add(turn);
        }

        return fresh;
    }

    private static bool Repeats(Turn labelled, Turn turn) =>
        (labelled.IsListed && labelled.Blame.Shares(turn.Blame))
        || (labelled.Statement.Text.Span.Start > turn.Statement.Text.Span.Start && labelled.Object.Intersect(turn.Object, StringComparer.Ordinal).Count() >= SharedWords);
}
