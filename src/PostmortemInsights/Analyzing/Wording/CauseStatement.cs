using System.Collections.Immutable;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Analyzing.Wording;

/// <summary>What an incident's document says of its root cause.</summary>
internal sealed class CauseStatement
{
    private const int MostShared = 6;
    private const int ComparedStatements = 100;
    private readonly string _text;
    private readonly ImmutableArray<Label> _causes;
    private readonly ImmutableArray<Label> _components;
    private IReadOnlyList<string>? _words;

    /// <summary>The statement of a text, for an incident of these causes and components.</summary>
    public CauseStatement(string text, ImmutableArray<Label> causes, ImmutableArray<Label> components)
    {
        (_text, _causes, _components) = (text, causes, components);
        Mechanism = CauseWording.MechanismOf(Sentences(text), Names(causes), Names(components));
    }

    /// <summary>What happened, as <c>cause-mechanisms.txt</c> puts it; null when the table does not know it.</summary>
    public string? Mechanism { get; }

    /// <summary>Content words as stems, with the categories and components: by these, statements are compared that the table does not know.</summary>
    public IReadOnlyList<string> Words => _words ??= CauseWording.WordsOf(Sentences(_text), Names(_causes), Names(_components));

    public static CauseStatement Of(ReviewedIncident incident) =>
        new(incident.Incident.RootCause ?? "", incident.Incident.Causes, incident.Incident.Components);

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

    private static List<string> Names(ImmutableArray<Label> labels) => [.. labels.Select(static label => label.Category)];

    private static bool IsWord(string word) => !word.Contains(':', StringComparison.Ordinal) && !char.IsDigit(word[0]) && word.Length > 2;

    /// <summary>A full stop, a mark or a line end ends a sentence; to cut one too many does no harm here.</summary>
    private static IEnumerable<List<string>> Sentences(string text) => text
        .Split(['\n', '.', '!', '?', ';'], StringSplitOptions.RemoveEmptyEntries)
        .Select(static sentence => Stems.Of(sentence))
        .Where(static stems => stems.Count > 0);
}
