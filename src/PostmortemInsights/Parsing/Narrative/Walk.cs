using PostmortemInsights.Incidents;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>Walks through the story and notes each turn of the investigation with what later statements say of it.</summary>
internal sealed class Walk
{
    private const int Reach = 2;

    private readonly Blame _truth;
    private readonly List<Turn> _turns = [];
    private Statement? _tried;
    private Statement? _whether;
    private bool _found;

    private Walk(Blame truth) => _truth = truth;

    /// <summary>The turns in order.</summary>
    /// <param name="story">The statements of the timeline, or those outside it.</param>
    /// <param name="truth">What it was in the end.</param>
    public static List<Turn> Through(IEnumerable<Statement> story, Blame truth)
    {
        var walk = new Walk(truth);
        foreach (var statement in story)
            walk.Take(statement);
        return walk._turns;
    }

    private void Take(Statement statement)
    {
        var cues = Cues.Of(statement);
        if (cues.Has(Cues.None))
            return;
        var listed = statement.Section == PassageKind.Misleading || Cues.IsMisleading(statement.Label);
        var doubt = cues.First(Cues.Refuted, Cues.Vain);
        var suspicion = cues.First(Cues.Suspicion);
        if (suspicion is not null || (listed && !Continues(statement, cues)))
            Open(listed || cues.Has(Cues.Label) ? TurnKind.Labelled : TurnKind.Suspicion, statement, cues, suspicion ?? cues.First(Cues.Label), doubt);
        else if (doubt is not null)
            Doubt(statement, cues, doubt.Value);
        else if (cues.Has(Cues.Label))
            Open(TurnKind.Labelled, statement, cues, cues.First(Cues.Label), null);
        Remember(statement, cues);
    }

    private void Remember(Statement statement, Cues cues)
    {
        _tried = cues.Has(Cues.Attempt) ? statement : _tried;
        _whether = cues.Has(Cues.Whether) ? statement : _whether;
        _found |= cues.Has(Cues.Found) && !cues.Has(Cues.Suspicion, Cues.Label);
    }

    private void Open(TurnKind kind, Statement statement, Cues cues, Wording? cue, Wording? doubt)
    {
        if (doubt is { } before && cue is { } opening && before.First < opening.First && OpenBefore(statement) is { } earlier)
            earlier.RefutedBy = statement;
        var blame = cues.BlameBehind(cue);
        if (_turns.Count > 0 && SamePassage(_turns[^1].Statement, statement) && IsSame(_turns[^1].Blame, blame))
            _turns.Add(Joined(Pop(), kind, statement, blame));
        else
            _turns.Add(new Turn(kind, statement, blame) { AfterFound = _found, Object = cues.ObjectBehind(cue) });
        _turns[^1].RefutedAtOnce |= doubt is { } behind && (cue is null || behind.First >= cue.Value.First);
    }

    private static Turn Joined(Turn turn, TurnKind kind, Statement last, Blame blame) => turn with
    {
        Kind = kind == TurnKind.Labelled ? kind : turn.Kind,
        Blame = turn.Blame.IsNothing ? blame : turn.Blame,
        Last = last,
    };

    private void Doubt(Statement statement, Cues cues, Wording doubt)
    {
        var blame = cues.BlameBehind(null);
        if (_turns.Count > 0 && SamePassage(_turns[^1].Statement, statement) && IsSame(_turns[^1].Blame, blame))
        {
            _turns[^1].RefutedAtOnce = true;
            _turns[^1].Last = statement;
            return;
        }

        if (OpenBefore(statement) is { } open && IsSame(open.Blame, blame) && !(IsLook(cues) && open.Blame.Meets(_truth) == true))
            open.RefutedBy = statement;
        else if (doubt.Kind == Cues.Vain)
            DoubtAttempt(statement, cues, doubt);
        else if (!_found && !_turns.Exists(t => t.IsRefuted && !blame.IsNothing && t.Blame.Shares(blame)))
            DoubtLook(statement, cues, blame);
        if (doubt.Kind == Cues.Vain && cues.First(Cues.Attempt) is { } again && again.First > doubt.End)
            _tried = statement;
    }

    private void DoubtLook(Statement statement, Cues cues, Blame blame)
    {
        if (_whether is { } check && Near(check, statement) && !SamePassage(check, statement))
            _turns.Add(new Turn(TurnKind.Look, check, Cues.Of(check).BlameBehind(null)) { RefutedBy = statement });
        else if (IsLook(cues))
            _turns.Add(new Turn(TurnKind.Look, statement, blame) { RefutedAtOnce = true });
        _whether = null;
    }

    private void DoubtAttempt(Statement statement, Cues cues, Wording vain)
    {
        var own = cues.First(Cues.Attempt) is { } attempt && attempt.First < vain.First;
        var tried = own ? statement : _tried;
        if (_found || tried is null || !Near(tried, statement))
            return;
        _turns.Add(new Turn(TurnKind.Attempt, tried, Cues.Of(tried).BlameBehind(null)) { RefutedBy = own ? null : statement, RefutedAtOnce = own });
        _tried = null;
    }

    private static bool IsLook(Cues cues) => cues.Has(Cues.Look);

    private static bool Continues(Statement statement, Cues cues) =>
        statement.Text.Span.Start != statement.Passage.Span.Start && !cues.Has(Cues.Look);

    private Turn? OpenBefore(Statement statement) =>
        _turns.Count > 0 && !_turns[^1].IsRefuted && Near(_turns[^1].Statement, statement) ? _turns[^1] : null;

    private Turn Pop()
    {
        var last = _turns[^1];
        _turns.RemoveAt(_turns.Count - 1);
        return last;
    }

    private static bool IsSame(Blame a, Blame b) => a.IsNothing || b.IsNothing || a.Shares(b);

    private static bool SamePassage(Statement a, Statement b) => a.Passage.Span == b.Passage.Span;

    private static bool Near(Statement a, Statement b) =>
        a.InTimeline ? b.Entry - a.Entry <= Reach : a.Block == b.Block;
}
