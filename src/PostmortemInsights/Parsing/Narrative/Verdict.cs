using PostmortemInsights.Incidents;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>Judges whether a turn led astray.</summary>
internal static class Verdict
{
    /// <summary>
    /// True for what the author calls misleading, a suspicion that is refuted or that names another component or cause than the true
    /// one, a look that found nothing, and a fix in vain unless it was at the right place.
    /// </summary>
    public static bool IsWrong(Turn turn, TrueCause truth) => turn.Kind switch
    {
        TurnKind.Labelled => turn.Statement.InTimeline || turn.Statement.Section == PassageKind.Misleading || turn.IsAstray || (turn.Investigates && !turn.Blame.IsNothing),
        TurnKind.Suspicion when turn.Believed => turn.RefutedAtOnce || truth.IsMetBy(turn) != true,
        TurnKind.Suspicion => IsDropped(turn, truth) && (turn.Statement.InTimeline || !turn.Blame.IsNothing || turn.RefutedAtOnce),
        TurnKind.Guess => turn.IsRefuted && truth.IsMetBy(turn) != true,
        TurnKind.Attempt => IsInVain(turn) && (turn.IsFutile || truth.IsMetBy(turn) != true),
        _ => true,
    };

    /// <summary>What is told of the fix in running text is how it came about, not a wrong turn.</summary>
    private static bool IsInVain(Turn turn) =>
        turn.Statement.InTimeline || (turn.Statement.Section != PassageKind.Resolution && (turn.IsFutile || turn.RefutedAtOnce || !turn.Blame.IsNothing));

    /// <summary>A suspicion is wrong when it is refuted, or when the cause was another; outside the timeline only if it was the first thought.</summary>
    private static bool IsDropped(Turn turn, TrueCause truth) => turn.RefutedAtOnce || truth.IsMetBy(turn) switch
    {
        true => false,
        false => turn.RefutedBy is not null || (turn.Statement.InTimeline ? !turn.AfterFound : turn.Early),
        null => turn.RefutedBy is not null,
    };

    /// <summary>True for a suspicion that names what it was in the end.</summary>
    public static bool IsVindicated(Turn turn, TrueCause truth) =>
        turn.Kind == TurnKind.Suspicion && !turn.RefutedAtOnce && truth.IsMetBy(turn) == true;
}
