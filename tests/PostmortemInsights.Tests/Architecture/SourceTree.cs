using System.Text.RegularExpressions;

namespace PostmortemInsights.Tests.Architecture;

/// <summary>The sources of the project, as files.</summary>
internal static partial class SourceTree
{
    /// <summary>C# files below a folder of the repository, with paths relative to the repository and <c>/</c> between folders.</summary>
    public static IEnumerable<string> Files(string folder) => Directory
        .EnumerateFiles(Repository.Path(folder), "*.cs", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
        .Where(path => !BuildOutput().IsMatch(path))
        .Order(StringComparer.Ordinal);

    /// <summary>The text of a file of the repository.</summary>
    public static string Read(string path) => File.ReadAllText(Repository.Path(path));

    /// <summary>The lines of a C# file without comments and without what stands in quotation marks.</summary>
    public static IEnumerable<(int Number, string Code)> CodeLines(string path) =>
        WithoutText(Read(path)).Split('\n').Select((code, index) => (index + 1, code));

    private static string WithoutText(string source) =>
        CommentOrText().Replace(source, match => new string('\n', match.Value.Count(c => c == '\n')));

    [GeneratedRegex(@"(^|/)(bin|obj)/")]
    private static partial Regex BuildOutput();

    [GeneratedRegex("""
        //[^\n]*|/\*[\s\S]*?\*/|"{3}[\s\S]*?"{3}|@"(?:[^"]|"")*"|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)+'
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex CommentOrText();
}
