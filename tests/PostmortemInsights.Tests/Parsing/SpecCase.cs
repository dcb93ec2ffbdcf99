using System.Text.RegularExpressions;

namespace PostmortemInsights.Tests.Parsing;

/// <summary>One case of a specification: under a heading, a fenced document and a fenced list of what its record holds.</summary>
internal sealed partial record SpecCase(string Ending, string Document, IReadOnlyList<(string Path, string Value)> Expected)
{
    /// <summary>Every case of the Markdown files in <paramref name="folder"/>, by file and heading.</summary>
    public static Dictionary<string, SpecCase> Load(string folder)
    {
        var cases = new Dictionary<string, SpecCase>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal).Where(static f => Path.GetFileName(f) != "README.md"))
        {
            foreach (Match match in Case().Matches(File.ReadAllText(file)))
                cases.Add($"{Path.GetFileNameWithoutExtension(file)}: {match.Groups["name"].Value.Trim()}", Read(match));
        }

        return cases;
    }

    private static SpecCase Read(Match match) => new(
        match.Groups["ending"].Value,
        match.Groups["document"].Value,
        [.. match.Groups["record"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split(": ", 2)).Select(static cut => (cut[0].Trim(), cut.Length > 1 ? cut[1].Trim() : ""))]);

    [GeneratedRegex(@"^## (?<name>.+)\n(?:(?!````|## ).*\n)*````(?<ending>md|txt|html|rst)\n(?<document>(?:(?!````).*\n)*)````\n\s*````record\n(?<record>(?:(?!````).*\n)*)````", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Case();
}
