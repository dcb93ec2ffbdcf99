using System.Collections.Immutable;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Outlining;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>Finds the follow-ups named after the fact.</summary>
internal static class ActionItemReader
{
    /// <summary>The follow-ups in order, each once: those of the sections for them, or else what the prose promises.</summary>
    public static ImmutableArray<ActionItem> Read(Outline outline)
    {
        var drafts = Runs(outline).SelectMany(ActionSection.Read).ToList();
        drafts.AddRange(ActionProse.Read(outline, drafts.Count > 0));
        return [.. drafts.DistinctBy(static draft => draft.Span).OrderBy(static draft => draft.Span.Start).Select(Item)];
    }

    private static ActionItem Item(ActionDraft draft)
    {
        var notes = ActionNotes.Of(draft.Text);
        return new ActionItem(draft.Text, draft.Owner ?? notes.Owner, draft.Due ?? notes.Due, ActionKinds.Of(draft.Text), draft.Span);
    }

    private static IEnumerable<List<Block>> Runs(Outline outline)
    {
        var run = new List<Block>();
        foreach (var block in outline.Blocks)
        {
            if (block.Section == PassageKind.Actions)
            {
                run.Add(block);
            }
            else if (run.Count > 0 && block.Section != PassageKind.Code)
            {
                yield return run;
                run = [];
            }
        }

        if (run.Count > 0)
            yield return run;
    }
}
