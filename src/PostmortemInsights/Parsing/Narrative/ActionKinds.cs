using PostmortemInsights.Incidents;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>Tells what a follow-up is for, by a word list.</summary>
internal static class ActionKinds
{
    private static readonly List<(ActionKind Kind, PhraseList Phrases)> Lists =
    [
        .. EmbeddedText.Lines("Parsing/Narrative/Actions/kinds.txt")
            .Select(static line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .GroupBy(static parts => parts[0], static parts => parts[1], StringComparer.Ordinal)
            .Select(static kind => (Enum.Parse<ActionKind>(kind.Key, ignoreCase: true), PhraseList.Of(kind, Lexicon.OfLists))),
    ];

    /// <summary>The kind with the most phrases in the text; prevention without any.</summary>
    public static ActionKind Of(string text)
    {
        var words = TextWords.Of(text);
        var best = Lists.Select(list => (list.Kind, Count: list.Phrases.Score(words))).MaxBy(static kind => kind.Count);
        return best.Count > 0 ? best.Kind : ActionKind.Prevent;
    }
}
