using PostmortemInsights.Incidents;

namespace PostmortemInsights.Reading;

/// <summary>Reads the keys of TOML front matter that stand before its first table.</summary>
internal static class TomlFrontMatter
{
    public static List<FrontMatterEntry> Read(string text, SourceSpan body)
    {
        var entries = new List<FrontMatterEntry>();
        var scanner = new ScalarScanner(text, body, "#");
        for (scanner.SkipBlank(); !scanner.AtEnd && scanner.Current != '['; scanner.SkipBlank())
        {
            if (scanner.ReadKey('=') is { } key && scanner.ReadValues() is { Count: > 0 } values)
                entries.Add(EntryOf(text, key, values));
            scanner.SkipLine();
        }

        return entries;
    }

    /// <summary>The entry whose values stand at <paramref name="values"/>.</summary>
    public static FrontMatterEntry EntryOf(string text, string key, List<SourceSpan> values) =>
        new(key, [.. values.Select(span => span.Of(text).ToString())], new SourceSpan(values[0].Start, values[^1].End));
}
