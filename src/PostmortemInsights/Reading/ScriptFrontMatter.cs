using PostmortemInsights.Incidents;

namespace PostmortemInsights.Reading;

/// <summary>Reads the literals of a JavaScript object, as MDX pages export one: <c>export const post = { title: '…' }</c>.</summary>
internal static class ScriptFrontMatter
{
    // An object that does not end within a page is no front matter.
    private const int MaximumLength = 4000;

    /// <summary>Reads from after the opening brace; <paramref name="end"/> is where the object ends.</summary>
    public static List<FrontMatterEntry> Read(string text, int start, out int end)
    {
        var entries = new List<FrontMatterEntry>();
        var scanner = new ScalarScanner(text, new SourceSpan(start, Math.Min(text.Length, start + MaximumLength)), "//");
        for (scanner.SkipBlank(); !scanner.AtEnd && scanner.Current != '}'; scanner.SkipBlank())
        {
            if (scanner.Current == ',')
                scanner.Skip();
            else if (scanner.ReadKey(':') is { } key && scanner.ReadValues() is { Count: > 0 } values && values.TrueForAll(v => IsLiteral(text, v)))
                entries.Add(TomlFrontMatter.EntryOf(text, key, values));
        }

        var isClosed = !scanner.AtEnd;
        scanner.Skip();
        end = scanner.Position;
        return isClosed ? entries : [];
    }

    // What is not quoted must be a number, a date or a truth value; "post.title" is code.
    private static bool IsLiteral(string text, SourceSpan value) =>
        text[value.Start - 1] is '"' or '\'' or '`' || char.IsAsciiDigit(text[value.Start]) || value.Of(text) is "true" or "false";
}
