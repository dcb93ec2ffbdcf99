using System.Text;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Parsing.Outlining;

/// <summary>Which kind of section a heading names, by a word list that a user may extend.</summary>
internal sealed class SectionNames
{
    /// <summary>The list that ships with the project, <c>Parsing/Outlining/sections.txt</c>.</summary>
    public static readonly SectionNames Default = new(EmbeddedText.Lines("Parsing/Outlining/sections.txt"));

    private const int LongestHeading = 9;

    private readonly Dictionary<string, PassageKind> _names = new(StringComparer.Ordinal);
    private readonly List<(string Pattern, PassageKind Kind)> _patterns = [];

    /// <summary>Reads a list: <c>[Kind]</c> lines, then one name a line.</summary>
    public SectionNames(IEnumerable<string> lines)
    {
        var kind = PassageKind.Other;
        foreach (var line in lines)
        {
            if (line.StartsWith('['))
                kind = Enum.Parse<PassageKind>(line.Trim('[', ']'));
            else if (line.Contains('*', StringComparison.Ordinal))
                _patterns.Add((line, kind));
            else
                _names.TryAdd(line, kind);
        }
    }

    /// <summary>The kind that <paramref name="heading"/> names; null when the list does not know it.</summary>
    public PassageKind? Find(string heading)
    {
        var name = Normalize(heading);
        if (name.Length == 0)
            return null;
        if (_names.TryGetValue(name, out var kind) || _names.TryGetValue(Normalize(WithoutParentheses(heading)), out kind))
            return kind;
        if (name.Count(static c => c == ' ') >= LongestHeading)
            return null;
        foreach (var (pattern, found) in _patterns)
        {
            if (Fits(name, pattern))
                return found;
        }

        return null;
    }

    /// <summary>The kind that <paramref name="heading"/> names in so many words, patterns left out.</summary>
    public PassageKind? FindExact(string heading) => _names.TryGetValue(Normalize(heading), out var kind) ? kind : null;

    /// <summary>Lower case, words only, one space between; numbering in front left out.</summary>
    internal static string Normalize(string heading)
    {
        var name = new StringBuilder(heading.Length);
        foreach (var c in heading)
        {
            if (char.IsLetter(c) || (char.IsDigit(c) && name.Length > 0) || (char.IsDigit(c) && heading.StartsWith("5 w", StringComparison.OrdinalIgnoreCase)))
                name.Append(char.ToLowerInvariant(c));
            else if (c == '&')
                name.Append(name.Length > 0 && name[^1] != ' ' ? " and " : "and ");
            else if (name.Length > 0 && name[^1] != ' ')
                name.Append(' ');
        }

        return name.ToString().TrimEnd();
    }

    private static string WithoutParentheses(string heading)
    {
        var open = heading.IndexOf('(', StringComparison.Ordinal);
        return open > 0 ? heading[..open] : heading;
    }

    private static bool Fits(string name, string pattern)
    {
        var core = pattern.Trim('*');
        var at = name.IndexOf(core, StringComparison.Ordinal);
        if (at < 0)
            return false;
        var whole = (at == 0 || name[at - 1] == ' ') && (at + core.Length == name.Length || name[at + core.Length] == ' ');
        return whole && (pattern[0] == '*' || at == 0) && (pattern[^1] == '*' || at + core.Length == name.Length);
    }
}
