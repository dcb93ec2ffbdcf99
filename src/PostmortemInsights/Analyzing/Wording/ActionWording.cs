using PostmortemInsights.Indexing.Words;

namespace PostmortemInsights.Analyzing.Wording;

/// <summary>What an action item asks for, by the words of <c>action-works.txt</c>, <c>action-objects.txt</c> and <c>vague-words.txt</c>.</summary>
internal static class ActionWording
{
    private const string ToldApartByObject = "object";
    private static readonly CueTable Works = CueTable.Load("action-works.txt");
    private static readonly CueTable Objects = CueTable.Load("action-objects.txt");

    private static readonly HashSet<string> Vague = new(
        EmbeddedText.Lines("Analyzing/vague-words.txt").SelectMany(static line => Stems.Of(line)), StringComparer.Ordinal);

    /// <summary>The work and, where that tells it apart, its object: <c>load test</c>, <c>alert: disk space</c>; null when the tables don't know it.</summary>
    public static string? KeyOf(List<string> stems)
    {
        if (Works.First(stems) is not { } work)
            return null;
        if (!work.Conditions.Contains(ToldApartByObject, StringComparer.Ordinal))
            return work.Name;
        return Objects.First(stems) is { } about ? $"{work.Name}: {about.Name}" : null;
    }

    /// <summary>Whether nothing in the sentence says what is to be done.</summary>
    public static bool IsVague(IEnumerable<string> stems) => stems.Where(static s => !StopWords.Contains(s)).All(Vague.Contains);
}
