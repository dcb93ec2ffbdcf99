using System.Collections.Immutable;

namespace PostmortemInsights.Analyzing.Wording;

/// <summary>What an incident's document says of its root cause.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Mechanism">What happened, as <c>cause-mechanisms.txt</c> puts it; null when the table does not know it.</param>
/// <param name="ReadWords">Reads <see cref="Words"/> when they are first asked for.</param>
internal sealed record CauseStatement(ReviewedIncident Incident, string? Mechanism, Func<IReadOnlyList<string>> ReadWords)
{
    private const int MostShared = 6;
    private const int ComparedStatements = 100;
    private IReadOnlyList<string>? _words;

    /// <summary>Content words as stems, with the categories and components: by these, statements are compared that the table does not know.</summary>
    public IReadOnlyList<string> Words => _words ??= ReadWords();

    public static CauseStatement Of(ReviewedIncident incident)
    {
        var categories = incident.Incident.Causes.Select(static c => c.Category).ToList();
        var components = incident.Incident.Components.Select(static c => c.Category).ToList();
        return Of(incident, incident.Incident.RootCause ?? "", categories, components);
    }

    /// <summary>The statement of a text, for an incident of these causes and components.</summary>
    public static CauseStatement Of(ReviewedIncident incident, string text, IReadOnlyCollection<string> categories, IReadOnlyCollection<string> components)
    {
        var sentences = Sentences(text).ToList();
        return CauseWording.MechanismOf(sentences, categories, components) is { } mechanism
            ? new CauseStatement(incident, mechanism, () => CauseWording.WordsOf(Sentences(text), categories, components))
            : new CauseStatement(incident, null, () => []) { _words = CauseWording.WordsOf(sentences, categories, components) };
    }

    /// <summary>The content words that at least half of the statements have, the most frequent first; the first hundred statements tell.</summary>
    public static ImmutableArray<string> Shared(IEnumerable<CauseStatement> statements)
    {
        var compared = statements.Take(ComparedStatements).ToList();
        return
        [
            .. NamedCount.Of(compared.SelectMany(static s => s.Words.Where(IsWord).Distinct(StringComparer.Ordinal)))
                .Where(word => word.Count > 1 && 2 * word.Count >= compared.Count)
                .Take(MostShared)
                .Select(static word => word.Name)
        ];
    }

    private static bool IsWord(string word) => !word.Contains(':', StringComparison.Ordinal) && !char.IsDigit(word[0]) && word.Length > 2;

    /// <summary>A full stop, a mark or a line end ends a sentence; to cut one too many does no harm here.</summary>
    private static IEnumerable<List<string>> Sentences(string text) => text
        .Split(['\n', '.', '!', '?', ';'], StringSplitOptions.RemoveEmptyEntries)
        .Select(static sentence => Stems.Of(sentence))
        .Where(static stems => stems.Count > 0);
}
