using System.Collections.Immutable;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Analyzing.Wording;

/// <summary>What an incident's document says of its root cause.</summary>
/// <param name="Mechanism">What happened, as <c>cause-mechanisms.txt</c> puts it; null when the table does not know it.</param>
/// <param name="Words">Its content words as stems, each once.</param>
/// <param name="Labels">The incident's causes and components, as words of their own.</param>
internal sealed record CauseStatement(string? Mechanism, ImmutableArray<int> Words, ImmutableArray<int> Labels)
{
    private const int MostShared = 6;
    private const int ComparedStatements = 100;

    /// <summary>The statement of a text, for an incident of these causes and components.</summary>
    public static CauseStatement Of(string text, ImmutableArray<Label> causes, ImmutableArray<Label> components, Vocabulary words)
    {
        var sentences = Sentences(text).ToList();
        var (categories, places) = (Names(causes), Names(components));
        return new CauseStatement(
            CauseWording.MechanismOf(sentences, categories, places),
            words.NumbersOf(CauseWording.ContentWords(sentences)),
            words.NumbersOf([.. categories.Select(static c => $"cause:{c}"), .. places.Select(static c => $"component:{c}")]));
    }

    /// <summary>By these, statements are compared that the table does not know.</summary>
    public ImmutableArray<int> Compared => [.. Words, .. Labels];

    /// <summary>The content words that at least half of the statements have, the most frequent first; the first hundred statements tell.</summary>
    public static ImmutableArray<int> Shared(IEnumerable<CauseStatement> statements, Vocabulary words)
    {
        var compared = statements.Take(ComparedStatements).ToList();
        return
        [
            .. compared.SelectMany(static s => s.Words).CountBy(static word => word)
                .Where(word => word.Value > 1 && 2 * word.Value >= compared.Count && IsTelling(words[word.Key]))
                .OrderByDescending(static word => word.Value)
                .ThenBy(word => words[word.Key], StringComparer.Ordinal)
                .Take(MostShared)
                .Select(static word => word.Key)
        ];
    }

    private static List<string> Names(ImmutableArray<Label> labels) => [.. labels.Select(static label => label.Category)];

    private static bool IsTelling(string word) => !char.IsDigit(word[0]) && word.Length > 2;

    /// <summary>A full stop, a mark or a line end ends a sentence; to cut one too many does no harm here.</summary>
    private static IEnumerable<List<string>> Sentences(string text) => text
        .Split(['\n', '.', '!', '?', ';'], StringSplitOptions.RemoveEmptyEntries)
        .Select(static sentence => Stems.Of(sentence))
        .Where(static stems => stems.Count > 0);
}
