using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Parsing.Phrasing;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>Walks through the story and notes each turn of the investigation with what later statements say of it.</summary>
internal sealed class Walk
{
    private const int Reach = 2;
    private const int LongestAnswer = 7;
    private const int StemLength = 4;

    /// <summary>No incident has more; the bound keeps the time linear for any text.</summary>
    private const int Most = 200;

    private readonly TrueCause _truth;
    private readonly List<Turn> _turns = [];
    private Statement? _last;
    private Statement? _tried;
    private Statement? _looked;
    private Statement? _whether;
    private bool _found;

    private Walk(TrueCause truth) => _truth = truth;

    /// <summary>The turns in order.</summary>
    /// <param name="story">The statements of the timeline, or those outside it.</param>
    /// <param name="truth">What it was in the end.</param>
    public static List<Turn> Through(IEnumerable<Statement> story, TrueCause truth)
    {
        var walk = new Walk(truth);
        foreach (var statement in story)
        {
            if (walk._turns.Count < Most)
                walk.Take(statement);
        }

        return walk._turns;
    }

    private void Take(Statement statement)
    {
        var cues = Cues.Of(statement);
        if (cues.Has(Cues.None) || statement.Block.Kind == BlockKind.Heading || Shape.IsHeading(statement, cues))
            return;
        var label = cues.First(Cues.Label, Cues.Astray);
        var doubt = DoubtIn(statement, cues);
        if (Opening(statement, cues, label, doubt) is { } opening)
            Open(opening.Kind, statement, cues, opening.Cue, doubt);
        else if ((doubt is null || !Doubt(statement, cues, doubt)) && label is not null)
            Open(TurnKind.Labelled, statement, cues, label, null);
        Remember(statement, cues);
    }

    /// <summary>Whether a statement opens a turn, of which kind and by which cue.</summary>
    private static (TurnKind Kind, Wording? Cue)? Opening(Statement statement, Cues cues, Wording? label, Wording? doubt)
    {
        var listed = statement.Section == PassageKind.Misleading || Cues.IsMisleading(statement.Label);
        var suspicion = cues.First(Cues.Suspicion, Cues.Former);
        var guess = GuessIn(statement, cues);
        if (suspicion is not null || (listed && !Continues(statement, cues)) || Shape.IsCaption(statement, label))
            return (listed || label is not null ? TurnKind.Labelled : TurnKind.Suspicion, suspicion ?? guess ?? label);
        if (guess is not null && label is null && !(doubt?.First < guess.First))
            return (Shape.IsBelief(statement) ? TurnKind.Suspicion : TurnKind.Guess, guess);
        if ((Shape.IsBelief(statement) && !Continues(statement, cues)) || Shape.IsSuspect(statement) || Shape.IsThrownUp(statement, cues))
            return (TurnKind.Suspicion, null);
        return Shape.IsQuestion(statement, doubt) && label is null ? (TurnKind.Guess, null) : null;
    }

    /// <summary>What says that something was wrong, healthy or in vain; a bare no only where an answer stands close to its question.</summary>
    private Wording? DoubtIn(Statement statement, Cues cues) =>
        cues.First(Cues.Nothing, Cues.Excluded, Cues.Acquitted)
        ?? cues.First(Cues.Healthy, Cues.Vain, Cues.Futile)
        ?? (OpenRightBefore(statement) ? cues.First(Cues.Contrary) : null)
        ?? (Shape.IsShort(statement) ? cues.First(Cues.Bare) : null)
        ?? (statement.InTimeline || (_turns.Count > 0 && _turns[^1].Early) || cues.Has(Cues.Suspicion, Cues.Former, Cues.Guess) ? cues.First(Cues.Denied) : null);

    private void Remember(Statement statement, Cues cues)
    {
        if (cues.Has(Cues.Success) && !cues.Has(Cues.Vain))
            _tried = null;
        else if (AttemptIn(statement, cues) is not null)
            _tried = statement;
        _looked = cues.Has(Cues.Look) ? statement : _looked;
        _whether = cues.Has(Cues.Whether) ? statement : _whether;
        _found |= statement.InTimeline && cues.IsFinding;
        _last = statement;
    }

    private void Open(TurnKind kind, Statement statement, Cues cues, Wording? cue, Wording? doubt)
    {
        if (doubt?.First < cue?.First && OpenBefore(statement) is not null)
            _turns[^1] = _turns[^1] with { RefutedBy = statement };
        var blame = cues.BlameBehind(cue);
        if (_turns.Count > 0 && SamePassage(_turns[^1].Statement, statement) && (IsSame(_turns[^1].Blame, blame) || Shape.IsShort(_turns[^1].Statement)))
            _turns[^1] = Joined(_turns[^1], kind, statement, blame, cues);
        else
            _turns.Add(Opened(kind, statement, blame, cues, cue));
        if (doubt is not null && (cue is null || doubt.First >= cue.First))
            RefuteLast(doubt);
    }

    private Turn Opened(TurnKind kind, Statement statement, Blame blame, Cues cues, Wording? cue) => new(kind, statement, blame)
    {
        AfterFound = _found,
        IsAstray = cues.Has(Cues.Astray),
        Investigates = cues.Has(Cues.Suspicion, Cues.Former, Cues.Look),
        Early = cues.Has(Cues.Early) || Shape.IsBelief(statement),
        Believed = Shape.IsBelief(statement) || cues.Has(Cues.Former) || Shape.IsSuspect(statement) || Shape.IsThrownUp(statement, cues),
        Object = cues.ObjectBehind(cue),
    };

    private static Turn Joined(Turn turn, TurnKind kind, Statement last, Blame blame, Cues cues) => turn with
    {
        IsAstray = turn.IsAstray || cues.Has(Cues.Astray),
        Kind = kind == TurnKind.Labelled || turn.Kind == TurnKind.Guess ? kind : turn.Kind,
        Blame = turn.Blame.IsNothing ? blame : turn.Blame,
        Last = last,
    };

    /// <summary>The last turn is refuted in its own passage; a fix in vain does not refute a suspicion that proved right.</summary>
    private void RefuteLast(Wording doubt)
    {
        if (!(IsVain(doubt) || doubt.Kind == Cues.Contrary) || _truth.IsMetBy(_turns[^1]) != true)
            _turns[^1] = _turns[^1] with { RefutedAtOnce = true };
    }

    /// <summary>Takes a statement that something was wrong, healthy or in vain; false when there is nothing that it could mean.</summary>
    private bool Doubt(Statement statement, Cues cues, Wording doubt)
    {
        var named = Blame.In(statement.Words, teams: true);
        if (_turns.Count > 0 && SamePassage(_turns[^1].Statement, statement) && !IsOver(_turns[^1], statement) && (IsAbout(named, _turns[^1]) || !cues.Has(Cues.Look) || statement.Index == _turns[^1].Last.Index + 1))
        {
            RefuteLast(doubt);
            _turns[^1] = _turns[^1] with { Last = statement };
            return true;
        }

        var before = _turns.Count;
        var refutes = !ConcludesLook(statement, doubt, named) && OpenBefore(statement) is { } open && (IsAbout(named, open) || Repeats(statement, cues, doubt, open)) && !(cues.Has(Cues.Look) && _truth.IsMetBy(open) == true);
        if (refutes)
            _turns[^1] = _turns[^1] with { RefutedBy = statement };
        else if (IsVain(doubt) || doubt.Kind == Cues.Bare)
            DoubtAttempt(statement, cues, doubt);
        else if (LookedAt(statement, cues, doubt) is { } looked)
            DoubtLook(looked, statement);
        if (IsVain(doubt) && AttemptIn(statement, cues)?.First > doubt.End)
            _tried = statement;
        return refutes || _turns.Count > before;
    }

    /// <summary>Whether a turn that was refuted in its own statement ended before <paramref name="statement"/>.</summary>
    private static bool IsOver(Turn turn, Statement statement) => turn.RefutedAtOnce && statement.Index > turn.Last.Index + 1;

    /// <summary>Whether it says what came of the look that its own passage begins with: <c>Checked the motors. Nothing unusual.</c></summary>
    private bool ConcludesLook(Statement statement, Wording doubt, Blame named) =>
        doubt.Kind == Cues.Nothing && named.IsNothing && _looked is not null && SamePassage(_looked, statement);

    private void DoubtLook(Statement looked, Statement statement)
    {
        var blame = Blame.In(looked.Words);
        if (!_found && !_turns.Exists(turn => turn.IsRefuted && turn.Blame.First == blame.First && !blame.IsNothing))
            _turns.Add(Refuted(TurnKind.Look, looked, blame, statement));
    }

    private void DoubtAttempt(Statement statement, Cues cues, Wording vain)
    {
        if (_found || Tried(statement, cues, vain) is not { } tried || IsAgain(tried))
            return;
        var told = _turns.FindLastIndex(turn => ReferenceEquals(turn.Statement, tried));
        if (told >= 0)
            _turns[told] = _turns[told] with { RefutedBy = _turns[told].RefutedBy ?? statement };
        else
            _turns.Add(Attempted(tried, statement, vain));
        _tried = null;
    }

    private static Turn Attempted(Statement tried, Statement statement, Wording vain) =>
        Refuted(TurnKind.Attempt, tried, Blame.In(tried.Words), statement) with
        {
            IsFutile = vain.Kind == Cues.Futile && !Cues.Of(tried).Has(Cues.Restart),
            Last = SamePassage(tried, statement) ? statement : tried,
        };

    /// <summary>What was tried in vain: it stands in front of the words that say so, or was told before; else the statement itself, if its words are plain.</summary>
    private Statement? Tried(Statement statement, Cues cues, Wording vain)
    {
        if (AttemptIn(statement, cues)?.First < vain.First)
            return statement;
        if (_tried is not null && Near(_tried, statement))
            return _tried;
        if (vain.Kind != Cues.Futile)
            return null;
        return _last is not null && IsAnswer(statement) && Near(_last, statement) ? _last : statement;
    }

    /// <summary>Whether it is too short to say what it speaks of: <c>The errors persisted.</c></summary>
    private static bool IsAnswer(Statement statement) => statement.Words.Count <= LongestAnswer;

    /// <summary>Whether what was in vain is named again: <c>Restarted the server. The restart did not help.</c></summary>
    private static bool Repeats(Statement statement, Cues cues, Wording vain, Turn turn) =>
        IsVain(vain) && AttemptIn(statement, cues)?.First < vain.First && AttemptIn(turn.Statement, Cues.Of(turn.Statement)) is not null;

    /// <summary>Whether it was the last turn's step once more: <c>We scaled the workers up. No change. Scaled them up again.</c></summary>
    private bool IsAgain(Statement tried) =>
        _turns.Count > 0 && _turns[^1] is { IsRefuted: true } turn && Near(turn.Statement, tried) && !SamePassage(turn.Statement, tried)
        && StepIn(tried) is { } step && StepIn(turn.Statement) == step && IsSame(Blame.In(tried.Words), turn.Blame);

    /// <summary>The beginning of the word for what was done; anything can be restarted, and one thing after the other.</summary>
    private static string? StepIn(Statement statement)
    {
        var cues = Cues.Of(statement);
        var step = !cues.Has(Cues.Restart) && AttemptIn(statement, cues) is { } attempt ? statement.Words.Lower(attempt.First) : "";
        return step.Length >= StemLength ? step[..StemLength] : null;
    }

    private static Wording? GuessIn(Statement statement, Cues cues) =>
        statement.InTimeline ? cues.First(Cues.Guess, Cues.Thinking) : cues.First(Cues.Guess);

    private static Wording? AttemptIn(Statement statement, Cues cues) =>
        statement.InTimeline ? cues.First(Cues.Attempt, Cues.Step) : cues.First(Cues.Attempt);

    private static Turn Refuted(TurnKind kind, Statement statement, Blame blame, Statement by) => statement == by
        ? new Turn(kind, statement, blame) { RefutedAtOnce = true }
        : new Turn(kind, statement, blame) { RefutedBy = by };

    /// <summary>The look that led nowhere: this statement's own, or one shortly before that it speaks of.</summary>
    private Statement? LookedAt(Statement statement, Cues cues, Wording doubt) => doubt.Kind switch
    {
        Cues.Healthy => Before(_whether, statement),
        Cues.Denied or Cues.Bare or Cues.Contrary => null,
        Cues.Excluded when cues.Has(Cues.Astray) => null,
        Cues.Excluded or Cues.Acquitted => NamesWhat(statement, cues, doubt) ? statement : Before(_looked, statement),
        _ => cues.Has(Cues.Look) ? statement : _looked is not null && SamePassage(_looked, statement) ? _looked : null,
    };

    /// <summary>Whether a look or a component stands in front of the words that exclude it, or behind such as begin with them; running text must name both.</summary>
    private static bool NamesWhat(Statement statement, Cues cues, Wording doubt)
    {
        var looks = cues.First(Cues.Look)?.First < doubt.First;
        var names = !Blame.In(statement.Words, 0, doubt.First > 0 ? doubt.First : statement.Words.Count).IsVague;
        return statement.InTimeline ? looks || names : names && (looks || doubt.Kind == Cues.Acquitted);
    }

    private static Statement? Before(Statement? earlier, Statement statement) =>
        earlier is not null && Near(earlier, statement) && !SamePassage(earlier, statement) ? earlier : null;

    private static bool IsVain(Wording doubt) => doubt.Kind is Cues.Vain or Cues.Futile;

    private static bool Continues(Statement statement, Cues cues) =>
        statement.Text.Span.Start != statement.Passage.Span.Start && !cues.Has(Cues.Look);

    /// <summary>Whether a turn that nobody has refuted ends right in front of <paramref name="statement"/>.</summary>
    private bool OpenRightBefore(Statement statement) =>
        OpenBefore(statement) is { } open && open.Last.Index + 1 == statement.Index;

    private Turn? OpenBefore(Statement statement) =>
        _turns.Count > 0 && !_turns[^1].IsRefuted && Near(_turns[^1].Statement, statement) ? _turns[^1] : null;

    private static bool IsSame(Blame a, Blame b) => a.IsNothing || b.IsNothing || a.Shares(b);

    private static bool IsAbout(Blame named, Turn turn) => IsSame(named, turn.Blame) || named.Shares(Blame.In(turn.Statement.Words));

    private static bool SamePassage(Statement a, Statement b) => a.Passage.Span == b.Passage.Span;

    private static bool Near(Statement a, Statement b) =>
        a.InTimeline ? Math.Abs(b.Entry - a.Entry) <= Reach : a.Block == b.Block;
}
