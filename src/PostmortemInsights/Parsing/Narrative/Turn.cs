using System.Collections.Immutable;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>Why a statement may be a wrong turn.</summary>
internal enum TurnKind
{
    /// <summary>The author says so.</summary>
    Labelled,

    /// <summary>A suspicion.</summary>
    Suspicion,

    /// <summary>A thought or a question, which says nothing unless it is refuted.</summary>
    Guess,

    /// <summary>A look that found nothing.</summary>
    Look,

    /// <summary>A fix that did not help.</summary>
    Attempt,
}

/// <summary>A turn of the investigation that may prove wrong.</summary>
/// <param name="Kind">Why it may be one.</param>
/// <param name="Statement">The statement that opens it.</param>
/// <param name="Blame">What it blames.</param>
internal sealed record Turn(TurnKind Kind, Statement Statement, Blame Blame)
{
    /// <summary>The last statement that belongs to it, in the same passage.</summary>
    public Statement Last { get; init; } = Statement;

    /// <summary>Its own passage says that it was wrong.</summary>
    public bool RefutedAtOnce { get; init; }

    /// <summary>The statement behind it that says it was wrong.</summary>
    public Statement? RefutedBy { get; init; }

    /// <summary>The cause had been found before.</summary>
    public bool AfterFound { get; init; }

    /// <summary>Whether it tells of a suspicion or a look, not only of a mistake.</summary>
    public bool Investigates { get; init; }

    /// <summary>Whether it tells of what was thought first.</summary>
    public bool Early { get; init; }

    /// <summary>Its words, or the heading above it, say that it was believed for a time.</summary>
    public bool Believed { get; init; }

    /// <summary>It is called what only a wrong turn is called, such as a red herring.</summary>
    public bool IsAstray { get; init; }

    /// <summary>The words leave no doubt that it was in vain.</summary>
    public bool IsFutile { get; init; }

    /// <summary>The words that name what was blamed.</summary>
    public ImmutableArray<string> Object { get; init; } = [];

    /// <summary>Whether somebody says that it was wrong.</summary>
    public bool IsRefuted => RefutedAtOnce || RefutedBy is not null;

    /// <summary>Whether it stands in a list or section of misleading paths.</summary>
    public bool IsListed => Kind == TurnKind.Labelled && Statement.Block.Label is null && Cues.IsMisleading(Statement.Label);
}
