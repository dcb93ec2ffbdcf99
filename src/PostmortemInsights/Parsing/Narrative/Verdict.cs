using PostmortemInsights.Incidents;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>Judges whether a turn led astray.</summary>
internal static class Verdict
{
    /// <summary>
    /// True for what the author calls misleading, a suspicion that is refuted or that names another component or cause than the true
    /// one, a look that found nothing, and a fix in vain unless it was at the right place.
    /// </summary>
    public static bool IsWrong(Turn turn, Blame truth) => turn.Kind switch
    {
        TurnKind.Labelled => turn.Statement.InTimeline || turn.Statement.Section == PassageKind.Misleading || (turn.Investigates && !turn.Blame.IsNothing),
        TurnKind.Suspicion => turn.RefutedAtOnce || turn.Blame.Meets(truth) switch
        {
            true => false,
            false => !turn.AfterFound || turn.RefutedBy is not null,
            null => turn.RefutedBy is not null,
        },
        TurnKind.Attempt => turn.Blame.Meets(truth) == false,
        _ => true,
    };

    /// <summary>True for a suspicion that names what it was in the end.</summary>
    public static bool IsVindicated(Turn turn, Blame truth) =>
        turn.Kind == TurnKind.Suspicion && !turn.RefutedAtOnce && turn.Blame.Meets(truth) == true;
}
