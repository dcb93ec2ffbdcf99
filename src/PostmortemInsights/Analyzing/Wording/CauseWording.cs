using PostmortemInsights.Indexing.Words;

namespace PostmortemInsights.Analyzing.Wording;

/// <summary>What a root cause says, by text, category and component together.</summary>
internal static class CauseWording
{
    private static readonly CueTable Mechanisms = CueTable.Load("cause-mechanisms.txt");

    /// <summary>What happened, as <c>cause-mechanisms.txt</c> puts it; null when the table does not know it.</summary>
    /// <param name="sentences">The stems of each sentence of the cause.</param>
    /// <param name="categories">The incident's causes.</param>
    /// <param name="components">The incident's components.</param>
    public static string? MechanismOf(
        IEnumerable<List<string>> sentences, IReadOnlyCollection<string> categories, IReadOnlyCollection<string> components)
    {
        var places = components.SelectMany(static c => Stems.Of(c)).ToList();
        return sentences
            .Select(sentence => Mechanisms.First(sentence, places, line => line.Conditions.Any(categories.Contains)))
            .FirstOrDefault(static line => line is not null)?.Name;
    }

    /// <summary>The words by which causes are compared when the table knows neither: content words, categories and components.</summary>
    public static IReadOnlyList<string> WordsOf(
        IEnumerable<IReadOnlyList<string>> sentences, IEnumerable<string> categories, IEnumerable<string> components) =>
    [
        .. sentences.SelectMany(static s => s).Where(static s => !StopWords.Contains(s)),
        .. categories.Select(static c => $"cause:{c}"),
        .. components.Select(static c => $"component:{c}"),
    ];
}
