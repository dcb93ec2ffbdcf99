using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Phrasing;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>Tells what a follow-up is for, by a word list.</summary>
internal static class ActionKinds
{
    private static readonly Wordings List = Wordings.Load("Parsing/Narrative/Actions/kinds.txt");
    private static readonly List<string> Kinds = [.. List.Kinds.Distinct(StringComparer.Ordinal)];

    /// <summary>The kind with the most phrases in the text, the first of the list on a tie; prevention without any.</summary>
    public static ActionKind Of(string text)
    {
        var said = List.In(TextWords.Of(text)).DistinctBy(static wording => wording.Phrase).ToList();
        return said.Count > 0 ? Enum.Parse<ActionKind>(Kinds.MaxBy(kind => said.Count(wording => wording.Kind == kind))!) : ActionKind.Prevent;
    }
}
