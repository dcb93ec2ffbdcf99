using System.Buffers;
using System.Text;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Parsing.Outlining;

/// <summary>The kind of section that some words name; null where the list of names does not know them.</summary>
/// <param name="Exact">Named in so many words.</param>
/// <param name="Kind">Named in so many words, or by a pattern.</param>
internal readonly record struct SectionNaming(PassageKind? Exact, PassageKind? Kind);

/// <summary>Which kind of section a heading names, by a list of names that a team may extend (<see cref="SectionNamesFile"/>).</summary>
public sealed class SectionNames
{
    private const int LongestHeading = 12;
    private const string And = " and ";

    private readonly Dictionary<string, PassageKind> _names = new(StringComparer.Ordinal);
    private readonly List<Pattern> _patterns = [];

    /// <summary>One of these stands in every name that a pattern fits.</summary>
    private readonly SearchValues<string> _cores;
    private readonly int _mostWords;

    /// <summary>Reads names; the first of two that are the same counts.</summary>
    internal SectionNames(IEnumerable<(string Name, PassageKind Kind)> names)
    {
        foreach (var (name, kind) in names)
        {
            if (name.Contains('*', StringComparison.Ordinal))
                _patterns.Add(Pattern.Of(name, kind));
            else
                _names.TryAdd(name, kind);
        }

        _cores = SearchValues.Create([.. _patterns.Select(static pattern => pattern.Core)], StringComparison.Ordinal);
        _mostWords = _names.Keys.Select(static name => name.Split(' ').Length).Append(LongestHeading).Max();
    }

    /// <summary>The names that ship with the project, <c>Parsing/Outlining/sections.txt</c>.</summary>
    public static SectionNames Default { get; } = new(SectionNamesFile.ReadBuiltIn());

    /// <summary>What these names add to the shipped ones, as a hash; empty if nothing. The same text can be read otherwise where it differs.</summary>
    public string Version { get; internal init; } = "";

    /// <summary>What <paramref name="heading"/> names.</summary>
    internal SectionNaming Find(string heading)
    {
        var remark = heading.IndexOf('(', StringComparison.Ordinal);
        if (IsSentence(heading.AsSpan(0, remark > 0 ? remark : heading.Length)))
            return default;
        var name = Normalize(heading);
        if (name.Length == 0)
            return default;
        if (_names.TryGetValue(name, out var exact))
            return new SectionNaming(exact, exact);
        return new SectionNaming(null, remark > 0 && _names.TryGetValue(Normalize(heading[..remark]), out var kind) ? kind : FindPattern(name) ?? FindJoined(name));
    }

    /// <summary>The kind that <paramref name="heading"/> names in so many words, patterns left out.</summary>
    internal PassageKind? FindExact(string heading) => Normalize(heading) is var name && _names.TryGetValue(name, out var kind) ? kind : FindJoined(name);

    /// <summary>The first of two names joined by "and".</summary>
    private PassageKind? FindJoined(string name) =>
        name.IndexOf(And, StringComparison.Ordinal) is > 0 and var and && _names.ContainsKey(name[(and + And.Length)..]) && _names.TryGetValue(name[..and], out var kind) ? kind : null;

    /// <summary>Whether a text has more words than any name: then there is no need to look for it.</summary>
    private bool IsSentence(ReadOnlySpan<char> text)
    {
        var words = 0;
        for (var i = 1; i < text.Length && words <= _mostWords; i++)
            words += char.IsLetter(text[i]) && text[i - 1] == ' ' ? 1 : 0;
        return words > _mostWords;
    }

    private PassageKind? FindPattern(string name)
    {
        if (name.AsSpan().Count(' ') >= LongestHeading)
            return null;
        if (!name.AsSpan().ContainsAny(_cores))
            return null;
        var padded = $" {name} ";
        return _patterns.Find(pattern => pattern.Fits(padded))?.Kind;
    }

    /// <summary>Lower case, words only, one space between; numbering in front left out, and the apostrophe of <c>don't</c>, which many leave out.</summary>
    internal static string Normalize(string heading)
    {
        var name = new StringBuilder(heading.Length);
        for (var i = 0; i < heading.Length; i++)
        {
            var c = heading[i];
            if (char.IsLetter(c) || (char.IsDigit(c) && name.Length > 0) || (char.IsDigit(c) && heading.StartsWith("5 w", StringComparison.OrdinalIgnoreCase)))
                name.Append(char.ToLowerInvariant(c));
            else if (c == '&')
                name.Append(name.Length > 0 && name[^1] != ' ' ? " and " : "and ");
            else if (name.Length > 0 && name[^1] != ' ' && !IsInWord(heading, i))
                name.Append(' ');
        }

        return name.ToString().TrimEnd();
    }

    private static bool IsInWord(string text, int at) =>
        text[at] is '\'' or '’' && at + 1 < text.Length && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]);

    /// <summary>A name with stars, each of which stands for any words or none.</summary>
    /// <param name="Parts">The words before, between and behind the stars, with a space around them; empty for a star at an end.</param>
    /// <param name="Kind">The kind of section.</param>
    private sealed record Pattern(string[] Parts, PassageKind Kind)
    {
        /// <summary>The longest of the parts without the spaces around it.</summary>
        public string Core { get; } = Parts.MaxBy(static part => part.Length)!.Trim();

        public static Pattern Of(string name, PassageKind kind) =>
            new([.. name.Split('*').Select(static part => part.Length > 0 ? $" {part.Trim()} " : part)], kind);

        /// <summary>Whether it fits a name with a space around it.</summary>
        public bool Fits(string name)
        {
            var end = 0;
            foreach (var part in Parts)
            {
                var at = name.IndexOf(part, Math.Max(0, end - 1), StringComparison.Ordinal);
                if (at < 0 || (end == 0 && at > 0 && Parts[0].Length > 0))
                    return false;
                end = at + part.Length;
            }

            return Parts[^1].Length == 0 || name.EndsWith(Parts[^1], StringComparison.Ordinal);
        }
    }
}
