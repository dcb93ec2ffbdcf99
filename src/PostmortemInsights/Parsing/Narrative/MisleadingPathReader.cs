using System.Collections.Immutable;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Times;
using PostmortemInsights.Parsing.Windows;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>Finds wrong hypotheses and fruitless lines of investigation, labelled or told in half a sentence.</summary>
internal static class MisleadingPathReader
{
    private const int FewestWords = 12;

    /// <summary>Sentences; what stands further in front belongs to something else.</summary>
    private const int LongestLeadIn = 3;

    /// <summary>The wrong turns in order; a wrong turn that is told twice counts once, in the timeline's telling.</summary>
    public static Investigation Read(List<Statement> story, IReadOnlyList<TimelineEntry> timeline, IncidentClock clock)
    {
        var truth = TrueCause.In(story);
        var told = Walk.Through(InOrder(story.Where(static s => s.InTimeline), timeline), truth);
        var elsewhere = Walk.Through(story.Where(static s => !s.InTimeline), truth);
        var wrong = Retellings.Drop(told.FindAll(turn => Verdict.IsWrong(turn, truth)));
        var all = wrong.Concat(Retellings.New(wrong, elsewhere.FindAll(turn => Verdict.IsWrong(turn, truth)))).OrderBy(static t => t.Statement.Index).ToList();
        var turning = wrong.Select(static t => t.Statement.Entry).ToImmutableHashSet();
        return new Investigation(
            [.. all.Select(turn => Path(turn, Passage(turn, story, all), At(turn.Statement, timeline, clock), Pivots.MinutesLost(turn, timeline, turning)))],
            turning,
            [.. told.Where(turn => Verdict.IsVindicated(turn, truth)).Select(static t => t.Statement.Entry)]);
    }

    /// <summary>The statements of the timeline from first to last; a status page has its last entry on top.</summary>
    private static IEnumerable<Statement> InOrder(IEnumerable<Statement> told, IReadOnlyList<TimelineEntry> timeline) =>
        TimelineEnds.IsNewestFirst(timeline) ? told.OrderByDescending(static s => s.Entry) : told;

    private static MisleadingPath Path(Turn turn, List<Statement> passage, Moment? at, double? minutesLost) => new(
        string.Join(' ', passage.Select(static s => s.Text.Value)),
        at,
        turn.Blame.First,
        minutesLost,
        turn.Kind == TurnKind.Labelled ? MisleadingPathKind.Labelled : MisleadingPathKind.Implicit,
        new SourceSpan(passage[0].Text.Span.Start, passage[^1].Text.Span.End));

    /// <summary>The statements of a turn: from what leads to it up to the last that belongs to it, and run on while it is short, unless its words say all.</summary>
    private static List<Statement> Passage(Turn turn, List<Statement> story, List<Turn> all)
    {
        var passage = new List<Statement> { turn.Statement };
        for (var i = turn.Statement.Index + 1; i < story.Count; i++)
        {
            var next = story[i];
            var belongs = next.Index <= turn.Last.Index
                || (!turn.IsFutile && passage.Sum(static s => s.Words.Count) < FewestWords && (next == turn.RefutedBy || !all.Exists(t => t.Statement == next)) && Continues(turn, next));
            if (!belongs)
                break;
            passage.Add(next);
        }

        passage.InsertRange(0, LeadIn(turn, story, all));
        return passage;
    }

    /// <summary>What stands in front of the sentence that opens the turn and tells no other: of a timeline entry what led to it, of a paragraph the few words that head it.</summary>
    private static List<Statement> LeadIn(Turn turn, List<Statement> story, List<Turn> all)
    {
        var first = turn.Statement.Index;
        while (first > 0 && turn.Statement.Index - first < LongestLeadIn && LeadsTo(turn, story[first - 1]) && !all.Exists(t => t != turn && Tells(t, story[first - 1])))
            first--;
        return story[first..turn.Statement.Index];
    }

    private static bool LeadsTo(Turn turn, Statement before) =>
        before.Passage.Span == turn.Statement.Passage.Span
        && (turn.Statement.InTimeline || OnlyNames(turn, before) || (Shape.IsShort(before) && before.Text.Span.Start == before.Passage.Span.Start));

    /// <summary>Whether the turn's sentence only says what became of the one in front of it: <c>A wild goose chase.</c> or <c>That was a red herring.</c></summary>
    private static bool OnlyNames(Turn turn, Statement before) =>
        turn.IsAstray && turn.Blame.IsNothing && before.Index + 1 == turn.Statement.Index && (Shape.IsShort(turn.Statement) || Shape.PointsBack(turn.Statement));

    private static bool Tells(Turn turn, Statement statement) => turn.Statement.Index <= statement.Index && statement.Index <= turn.Last.Index;

    private static bool Continues(Turn turn, Statement next) =>
        next.Passage.Span == turn.Statement.Passage.Span || (next == turn.RefutedBy && next.Entry == turn.Statement.Entry);

    private static Moment? At(Statement statement, IReadOnlyList<TimelineEntry> timeline, IncidentClock clock)
    {
        if (statement.InTimeline)
            return timeline[statement.Entry].At;
        var mention = TimeScanner.Scan(statement.Text).Find(static m => m.Time is not null);
        return mention is null ? null : clock.Resolve(mention, clock.Calendar.Incident);
    }
}
