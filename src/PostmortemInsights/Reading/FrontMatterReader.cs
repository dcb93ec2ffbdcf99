using System.Text.RegularExpressions;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Reading;

/// <summary>Finds the block of keys before a text: <c>---</c> YAML, <c>+++</c> TOML, the object that an MDX page exports, or keys without a fence.</summary>
internal static partial class FrontMatterReader
{
    private const int ScriptReach = 2000;

    public static FrontMatter? Read(string text)
    {
        var start = text.Length - text.AsSpan().TrimStart().Length;
        var fence = LineAt(text, start).Of(text).TrimEnd();
        return fence switch
        {
            "---" => ReadBlock(text, start, YamlFrontMatter.Read, "---", "..."),
            "+++" => ReadBlock(text, start, TomlFrontMatter.Read, "+++"),
            _ => ReadScript(text) ?? ReadUnfenced(text, start),
        };
    }

    private static FrontMatter? ReadBlock(string text, int start, Func<string, SourceSpan, List<FrontMatterEntry>> read, params ReadOnlySpan<string> closers)
    {
        var first = LineAt(text, LineAt(text, start).End + 1);
        for (var line = first; line.Start < text.Length; line = LineAt(text, line.End + 1))
        {
            var isCloser = closers.Contains(line.Of(text).TrimEnd().ToString());
            if (isCloser)
                return Of(new SourceSpan(start, line.End), read(text, new SourceSpan(first.Start, line.Start)));
        }

        return null;
    }

    private static FrontMatter? ReadScript(string text)
    {
        var export = Export().Match(text, 0, Math.Min(text.Length, ScriptReach));
        if (!export.Success)
            return null;
        var entries = ScriptFrontMatter.Read(text, export.Index + export.Length, out var end);
        return Of(new SourceSpan(export.Index, end), entries);
    }

    // Some engines of blogs need no fence. A title beside a date may open a report; a slug, tags or the like belong to a page.
    private static FrontMatter? ReadUnfenced(string text, int start)
    {
        var keys = Keys().Match(text, start);
        if (!keys.Success || !Title().IsMatch(keys.Value) || !OfAPage().IsMatch(keys.Value))
            return null;
        var span = new SourceSpan(start, start + keys.Length);
        return Of(span, YamlFrontMatter.Read(text, span));
    }

    private static FrontMatter? Of(SourceSpan span, List<FrontMatterEntry> entries) => entries.Count == 0 ? null : new FrontMatter(span, entries);

    private static SourceSpan LineAt(string text, int start)
    {
        start = Math.Min(start, text.Length);
        var end = text.IndexOf('\n', start);
        return new SourceSpan(start, end < 0 ? text.Length : end);
    }

    [GeneratedRegex(@"\G(?:[A-Za-z][\w-]{0,30}:[ \t]+[^\n]+\n){2,}(?=\s*\n)", RegexOptions.CultureInvariant)]
    private static partial Regex Keys();

    [GeneratedRegex("^title:", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Title();

    [GeneratedRegex("^(?:slug|permalink|layout|category|categories|tags|modified):", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfAPage();

    [GeneratedRegex(@"^export const \w+ = \{", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Export();
}
