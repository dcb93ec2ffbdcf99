namespace PostmortemInsights.Parsing.Narrative;

/// <summary>Keeps one telling of each wrong turn.</summary>
internal static class Retellings
{
    private const int SharedWords = 2;

    /// <summary>The turns without the suspicions that a labelled one tells again, and without labelled ones told twice.</summary>
    public static List<Turn> Drop(List<Turn> turns) => turns.FindAll(turn => !turns.Exists(other => other != turn && Repeats(other, turn)));

    /// <summary>Those of <paramref name="others"/> that neither <paramref name="told"/> nor an earlier one tells.</summary>
    public static List<Turn> New(List<Turn> told, IEnumerable<Turn> others)
    {
        var fresh = new List<Turn>();
        foreach (var turn in others)
        {
            if (!told.Concat(fresh).Any(other => IsRetold(turn, other)))
                fresh.Add(turn);
        }

        return fresh;
    }

    /// <summary>Whether it may be <paramref name="other"/> told again; what stands under the same heading is told in order, not again.</summary>
    private static bool IsRetold(Turn turn, Turn other)
    {
        if (turn.Blame.Shares(other.Blame))
            return true;
        var nextToIt = !other.Statement.InTimeline && turn.Statement.Block.Under.Span == other.Statement.Block.Under.Span;
        return !nextToIt && (turn.Blame.IsNothing || (other.Blame.IsNothing && turn.Kind != TurnKind.Labelled));
    }

    private static bool Repeats(Turn told, Turn turn)
    {
        if (!turn.Statement.IsEntry && told.Statement.IsEntry && told.Blame.Shares(turn.Blame))
            return true;
        if (told.Kind != TurnKind.Labelled)
            return turn.Kind == told.Kind && told.Statement.Index < turn.Statement.Index && SharesObject(told, turn);
        if (turn.IsListed && told.IsListed)
            return false;
        if (told.IsListed)
            return told.Statement.Entry == turn.Statement.Entry;
        if (turn.Statement.IsEntry && !told.Statement.IsEntry)
            return false;
        var earlier = turn.Statement.Text.Span.Start < told.Statement.Text.Span.Start;
        return earlier != (turn.Kind == TurnKind.Labelled) && TellsSame(told, turn);
    }

    private static bool TellsSame(Turn a, Turn b) =>
        (a.Kind != b.Kind && a.Blame.First == b.Blame.First && (a.Blame.Causes.Any(b.Blame.Causes.Contains) || (!a.Blame.IsVague && a.Blame.Causes.SequenceEqual(b.Blame.Causes)))) || SharesObject(a, b);

    private static bool SharesObject(Turn a, Turn b) => a.Object.Intersect(b.Object, StringComparer.Ordinal).Count() >= SharedWords;
}
