using System.Text.RegularExpressions;

namespace PostmortemInsights.Reading;

/// <summary>Which files are read, told by the ending of their names.</summary>
internal static partial class FileKinds
{
    /// <summary>The format that the name announces; null for an ending that is not read in folders.</summary>
    public static DocumentFormat? FormatOf(string name) => EndingOf(name) switch
    {
        "" or ".txt" => DocumentFormat.PlainText,
        ".md" or ".markdown" or ".mdx" => DocumentFormat.Markdown,
        ".rst" => DocumentFormat.RestructuredText,
        ".html" or ".htm" => DocumentFormat.Html,
        _ => null,
    };

    /// <summary>The ending in lower case with its dot, empty if there is none; <c>2.1</c> and <c>outage.2 am</c> have none.</summary>
    public static string EndingOf(string name) => Ending().Match(name).Value.ToLowerInvariant();

    [GeneratedRegex(@"(?<=.)\.(?=[0-9]*[A-Za-z])[0-9A-Za-z]{1,10}$", RegexOptions.CultureInvariant)]
    private static partial Regex Ending();
}
