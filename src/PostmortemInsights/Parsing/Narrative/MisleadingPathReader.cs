using System.Collections.Immutable;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Parsing.Times;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>Finds wrong hypotheses and fruitless lines of investigation, labelled or told in half a sentence.</summary>
internal static class MisleadingPathReader
{
    private const int FewestWords = 12;

    /// <summary>The wrong turns in order; a wrong turn that is told twice counts once, in the timeline's telling.</summary>
    public static Investigation Read(Outline outline, IReadOnlyList<TimelineEntry> timeline, IncidentClock clock)
    {
        var story = Story.Of(outline, timeline);
        var truth = TrueCause.In(story);
        var told = Walk.Through(story.Where(static s => s.InTimeline), truth);
        var wrong = Retellings.Drop([.. told.Where(turn => Verdict.IsWrong(turn, truth))]);
        var elsewhere = Walk.Through(story.Where(static s => !s.InTimeline), truth).Where(turn => Verdict.IsWrong(turn, truth));
        var all = wrong.Concat(Retellings.New(wrong, elsewhere)).OrderBy(static t => t.Statement.Text.Span.Start).ToList();
        return new Investigation(
            [.. all.Select(turn => Path(turn, story, timeline, all, clock))],
            [.. wrong.Select(static t => t.Statement.Entry)],
            [.. told.Where(turn => Verdict.IsVindicated(turn, truth)).Select(static t => t.Statement.Entry)]);
    }

    private static MisleadingPath Path(Turn turn, List<Statement> story, IReadOnlyList<TimelineEntry> timeline, List<Turn> all, IncidentClock clock)
    {
        var passage = turn.Statement.Passage.Within(new SourceSpan(turn.Statement.Text.Span.Start, EndOf(turn, story, all)));
        var kind = turn.Kind == TurnKind.Labelled ? MisleadingPathKind.Labelled : MisleadingPathKind.Implicit;
        return new MisleadingPath(passage.Value, At(turn.Statement, timeline, clock), turn.Blame.First, Pivots.MinutesLost(turn, timeline, all), kind, passage.Span);
    }

    /// <summary>Where the passage ends: with what belongs to it, run on to the following sentences while it is short.</summary>
    private static int EndOf(Turn turn, List<Statement> story, List<Turn> all)
    {
        var at = story.IndexOf(turn.Statement);
        var words = 0;
        var end = turn.Last.Text.Span.End;
        for (; at < story.Count && story[at].Passage.Span == turn.Statement.Passage.Span; at++)
        {
            if (story[at] != turn.Statement && story[at].Text.Span.Start >= turn.Last.Text.Span.End && (words >= FewestWords || all.Exists(t => t.Statement == story[at])))
                break;
            words += story[at].Words.Length;
            end = Math.Max(end, story[at].Text.Span.End);
        }

        return end;
    }

    private static Moment? At(Statement statement, IReadOnlyList<TimelineEntry> timeline, IncidentClock clock)
    {
        if (statement.InTimeline)
            return timeline[statement.Entry].At;
        var mention = clock.In(statement.Text).Find(static m => m.Time is not null);
        return mention is null ? null : clock.Resolve(mention, clock.Calendar.Incident);
    }
}
