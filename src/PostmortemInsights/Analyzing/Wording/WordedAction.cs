using System.Collections.Immutable;
using PostmortemInsights.Indexing.Words;

namespace PostmortemInsights.Analyzing.Wording;

/// <summary>An action item with what its words ask for.</summary>
/// <param name="Item">The item.</param>
/// <param name="Group">
/// What it asks for: the work that the tables know, as <see cref="ActionWording.KeyOf"/> names it, or <see cref="Unnamed"/> and its words when
/// they say nothing of what is to be done; null when it is to be compared with others.
/// </param>
/// <param name="IsVague">Whether nothing in it says what is to be done.</param>
/// <param name="Words">Its content words as stems, each once.</param>
internal readonly record struct WordedAction(PromisedAction Item, string? Group, bool IsVague, ImmutableArray<int> Words)
{
    /// <summary>Begins a group that has no name.</summary>
    public const string Unnamed = "#";

    public static WordedAction Of(PromisedAction item, Vocabulary words)
    {
        var stems = Stems.Of(item.Text);
        var isVague = ActionWording.IsVague(stems);
        return new WordedAction(
            item,
            ActionWording.KeyOf(stems) ?? (isVague ? $"{Unnamed} {string.Join(' ', stems)}" : null),
            isVague,
            words.NumbersOf(stems.Distinct(StringComparer.Ordinal).Where(static s => !StopWords.Contains(s))));
    }
}
