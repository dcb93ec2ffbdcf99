namespace PostmortemInsights.Analyzing.Wording;

/// <summary>Which work is aimed at which mechanism, from <c>remedies.txt</c>.</summary>
internal static class Remedies
{
    private const string AnyObject = "*";

    private static readonly Dictionary<string, string[]> Listed = EmbeddedText.Lines("Analyzing/remedies.txt")
        .Select(static line => line.Split(':', 2, StringSplitOptions.TrimEntries))
        .ToDictionary(static cells => cells[0], static cells => cells[1].Split(';', StringSplitOptions.TrimEntries), StringComparer.Ordinal);

    /// <summary>The mechanisms that the table names.</summary>
    public static IEnumerable<string> Mechanisms => Listed.Keys;

    /// <summary>The works that the table names.</summary>
    public static IEnumerable<string> Works => Listed.Values.SelectMany(static works => works);

    /// <summary>Whether a work, as <see cref="ActionWording.KeyOf"/> names it, is aimed at a mechanism.</summary>
    public static bool AreAimedAt(string mechanism, string work) => Listed.TryGetValue(mechanism, out var works)
        && works.Any(listed => listed.EndsWith(AnyObject, StringComparison.Ordinal)
            ? work.StartsWith(listed[..^AnyObject.Length], StringComparison.Ordinal)
            : string.Equals(listed, work, StringComparison.Ordinal));
}
