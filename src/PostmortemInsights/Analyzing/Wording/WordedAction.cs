using System.Collections.Immutable;

namespace PostmortemInsights.Analyzing.Wording;

/// <summary>An action item with what its words ask for.</summary>
/// <param name="Item">The item.</param>
/// <param name="Stems">Its words as stems.</param>
/// <param name="Work">The work that the tables know, as <see cref="ActionWording.KeyOf"/> names it; null when they do not.</param>
/// <param name="IsVague">Whether nothing in it says what is to be done.</param>
internal readonly record struct WordedAction(PromisedAction Item, ImmutableArray<string> Stems, string? Work, bool IsVague)
{
    public static WordedAction Of(PromisedAction item)
    {
        var stems = Wording.Stems.Of(item.Text);
        return new WordedAction(item, [.. stems], ActionWording.KeyOf(stems), ActionWording.IsVague(stems));
    }
}
