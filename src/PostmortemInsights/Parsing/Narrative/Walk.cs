using PostmortemInsights.Incidents;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>Walks through the story and notes each turn of the investigation with what later statements say of it.</summary>
internal sealed class Walk
{
    private const int Reach = 2;
    private const int LongestCaption = 4;

    private readonly TrueCause _truth;
    private readonly List<Turn> _turns = [];
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
            walk.Take(statement);
        return walk._turns;
    }

    private void Take(Statement statement)
    {
        var cues = Cues.Of(statement);
        if (cues.Has(Cues.None) || IsHeading(statement, cues))
            return;
        var listed = statement.Section == PassageKind.Misleading || Cues.IsMisleading(statement.Label);
        var label = cues.First(Cues.Label);
        var doubt = cues.First(Cues.Nothing, Cues.Excluded, Cues.Healthy, Cues.Vain);
        var suspicion = cues.First(Cues.Suspicion);
        if (suspicion is not null || (listed && !Continues(statement, cues)) || IsCaption(statement, label))
            Open(listed || label is not null ? TurnKind.Labelled : TurnKind.Suspicion, statement, cues, suspicion ?? label, doubt);
        else if ((doubt is null || !Doubt(statement, cues, doubt.Value)) && label is not null)
            Open(TurnKind.Labelled, statement, cues, label, null);
        Remember(statement, cues);
    }

    private void Remember(Statement statement, Cues cues)
    {
        _tried = cues.Has(Cues.Attempt) ? statement : _tried;
        _looked = cues.Has(Cues.Look) ? statement : _looked;
        _whether = cues.Has(Cues.Whether) ? statement : _whether;
        _found |= statement.InTimeline && cues.Has(Cues.Found) && !cues.Has(Cues.Suspicion, Cues.Label);
    }

    private void Open(TurnKind kind, Statement statement, Cues cues, Wording? cue, Wording? doubt)
    {
        if (doubt is { } before && cue is { } opening && before.First < opening.First && OpenBefore(statement) is { } earlier)
            earlier.RefutedBy = statement;
        var blame = cues.BlameBehind(cue);
        if (_turns.Count > 0 && SamePassage(_turns[^1].Statement, statement) && IsSame(_turns[^1].Blame, blame))
            _turns.Add(Joined(Pop(), kind, statement, blame));
        else
            _turns.Add(new Turn(kind, statement, blame) { AfterFound = _found, Investigates = cues.Has(Cues.Suspicion, Cues.Look), Early = cues.Has(Cues.Early), Object = cues.ObjectBehind(cue) });
        _turns[^1].RefutedAtOnce |= doubt is { } behind && (cue is null || behind.First >= cue.Value.First);
    }

    private static Turn Joined(Turn turn, TurnKind kind, Statement last, Blame blame) => turn with
    {
        Kind = kind == TurnKind.Labelled ? kind : turn.Kind,
        Blame = turn.Blame.IsNothing ? blame : turn.Blame,
        Last = last,
    };

    private bool Doubt(Statement statement, Cues cues, Wording doubt)
    {
        var named = Blame.In(statement.Words, teams: true);
        if (_turns.Count > 0 && SamePassage(_turns[^1].Statement, statement) && (IsAbout(named, _turns[^1]) || !cues.Has(Cues.Look)))
        {
            _turns[^1].RefutedAtOnce = true;
            _turns[^1].Last = statement;
            return true;
        }

        var before = _turns.Count;
        var open = OpenBefore(statement);
        var attached = open is not null && IsAbout(named, open) && !(cues.Has(Cues.Look) && _truth.IsMetBy(open) == true);
        if (attached)
            open!.RefutedBy = statement;
        else if (doubt.Kind == Cues.Vain)
            DoubtAttempt(statement, cues, doubt);
        else if (!_found)
            DoubtLook(statement, cues, doubt);
        if (doubt.Kind == Cues.Vain && cues.First(Cues.Attempt) is { } again && again.First > doubt.End)
            _tried = statement;
        return attached || _turns.Count > before;
    }

    private void DoubtLook(Statement statement, Cues cues, Wording doubt)
    {
        var own = doubt.Kind == Cues.Excluded
            ? statement.InTimeline && (cues.First(Cues.Look)?.First < doubt.First || !Blame.In(statement.Words, 0, doubt.First).IsVague)
            : cues.Has(Cues.Look);
        var before = doubt.Kind == Cues.Excluded && !own ? _looked : doubt.Kind == Cues.Healthy ? _whether : null;
        var looked = before is not null && Near(before, statement) && !SamePassage(before, statement) ? before : own && doubt.Kind != Cues.Healthy ? statement : null;
        if (looked is null)
            return;
        var blame = Blame.In(looked.Words);
        if (!_turns.Exists(t => t.IsRefuted && t.Blame.First == blame.First && !blame.IsNothing))
            _turns.Add(new Turn(TurnKind.Look, looked, blame) { RefutedAtOnce = looked == statement, RefutedBy = looked == statement ? null : statement });
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

    /// <summary>A few words such as <c>Misleading paths</c> that only head what follows.</summary>
    private static bool IsHeading(Statement statement, Cues cues) =>
        IsShort(statement) && statement.Text.Span == statement.Passage.Span && cues.Has(Cues.Label) && Blame.In(statement.Words).IsNothing;

    /// <summary>A few words such as <c>Red herring.</c> in front of the sentence that tells it.</summary>
    private static bool IsCaption(Statement statement, Wording? label) =>
        label is not null && IsShort(statement) && statement.Text.Span.Start == statement.Passage.Span.Start && statement.Text.Span.End < statement.Passage.Span.End;

    private static bool IsShort(Statement statement) => statement.Words.Length <= LongestCaption;

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

    private static bool IsAbout(Blame named, Turn turn) => IsSame(named, turn.Blame) || named.Shares(Blame.In(turn.Statement.Words));

    private static bool SamePassage(Statement a, Statement b) => a.Passage.Span == b.Passage.Span;

    private static bool Near(Statement a, Statement b) =>
        a.InTimeline ? b.Entry - a.Entry <= Reach : a.Block == b.Block;
}
