using System.Collections.Immutable;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Analyzing.Wording;

/// <summary>What an incident's document says of its root cause.</summary>
/// <param name="Mechanism">What happened, as <c>cause-mechanisms.txt</c> puts it; null when the table does not know it.</param>
/// <param name="Words">Its content words as stems, each once.</param>
/// <param name="Categories">The incident's causes.</param>
/// <param name="Components">The incident's components.</param>
internal sealed record CauseStatement(
    string? Mechanism, ImmutableArray<string> Words, ImmutableArray<string> Categories, ImmutableArray<string> Components)
{
    private const int MostShared = 6;
    private const int ComparedStatements = 100;

    /// <summary>The statement of a text, for an incident of these causes and components.</summary>
    public static CauseStatement Of(string text, ImmutableArray<Label> causes, ImmutableArray<Label> components)
    {
        var sentences = Sentences(text).ToList();
        var (categories, places) = (Names(causes), Names(components));
        return new CauseStatement(
            CauseWording.MechanismOf(sentences, categories, places), CauseWording.ContentWords(sentences), categories, places);
    }

    /// <summary>By these, statements are compared that the table does not know: words, categories and components.</summary>
    public IReadOnlyList<string> Compared =>
    [
        .. Words,
        .. Categories.Select(static c => $"cause:{c}"),
        .. Components.Select(static c => $"component:{c}"),
    ];

    /// <summary>The content words that at least half of the statements have, the most frequent first; the first hundred statements tell.</summary>
    public static ImmutableArray<string> Shared(IEnumerable<CauseStatement> statements)
    {
        var compared = statements.Take(ComparedStatements).ToList();
        return
        [
            .. NamedCount.Of(compared.SelectMany(static s => s.Words.Where(IsTelling)))
                .Where(word => word.Count > 1 && 2 * word.Count >= compared.Count)
                .Take(MostShared)
                .Select(static word => word.Name)
        ];
    }

    private static ImmutableArray<string> Names(ImmutableArray<Label> labels) => [.. labels.Select(static label => label.Category)];

    private static bool IsTelling(string word) => !char.IsDigit(word[0]) && word.Length > 2;

    /// <summary>A full stop, a mark or a line end ends a sentence; to cut one too many does no harm here.</summary>
    private static IEnumerable<List<string>> Sentences(string text) => text
        .Split(['\n', '.', '!', '?', ';'], StringSplitOptions.RemoveEmptyEntries)
        .Select(static sentence => Stems.Of(sentence))
        .Where(static stems => stems.Count > 0);
}
