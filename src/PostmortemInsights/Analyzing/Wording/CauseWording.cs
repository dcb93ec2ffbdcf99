using System.Collections.Immutable;
using PostmortemInsights.Indexing.Words;

namespace PostmortemInsights.Analyzing.Wording;

/// <summary>What the sentences of a root cause say.</summary>
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

    /// <summary>The stems that are no stop words, each once.</summary>
    public static ImmutableArray<string> ContentWords(IEnumerable<List<string>> sentences) =>
        [.. sentences.SelectMany(static s => s).Distinct(StringComparer.Ordinal).Where(static s => !StopWords.Contains(s))];
}
