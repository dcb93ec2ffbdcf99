using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PostmortemInsights.Parsing.Outlining;

namespace PostmortemInsights.Parsing;

/// <summary>Cuts a clean text into sentences.</summary>
internal static partial class Sentences
{
    /// <summary>With the character before it and the full stop.</summary>
    private const int LongestAbbreviation = 9;

    /// <summary>The sentences of <paramref name="text"/> in order; abbreviations, versions and clock times do not end one.</summary>
    public static ImmutableArray<CleanText> Of(CleanText text) => text.Sentences ??= Cut(text);

    /// <summary>The same of a text of which it does not matter where it stands.</summary>
    public static IEnumerable<string> Of(string text) => Bounds(text).ConvertAll(bounds => text[bounds.Start..bounds.End].Trim());

    private static ImmutableArray<CleanText> Cut(CleanText text) => [.. Bounds(text.Value).Select(bounds => text.Slice(bounds.Start, bounds.End))];

    private static List<(int Start, int End)> Bounds(string text)
    {
        var bounds = new List<(int, int)>();
        var start = 0;
        foreach (var stop in Stop().EnumerateMatches(text))
        {
            if (IsAbbreviation(text.AsSpan(0, stop.Index + 1)))
                continue;
            bounds.Add((start, stop.Index + stop.Length));
            start = stop.Index + stop.Length;
        }

        if (start < text.Length)
            bounds.Add((start, text.Length));
        return bounds;
    }

    private static bool IsAbbreviation(ReadOnlySpan<char> before) => before[^1] == '.' && Abbreviation().IsMatch(before[Math.Max(0, before.Length - LongestAbbreviation)..]);

    [GeneratedRegex(@"[.!?…][""'”’)\]]*\s+(?=[\p{Lu}\p{N}@(\[""“'‘`]|\p{So})", RegexOptions.CultureInvariant)]
    private static partial Regex Stop();

    [GeneratedRegex(@"(?:\b(?:e\.g|i\.e|etc|vs|approx|no|nr|mr|mrs|ms|dr|st|inc|ltd|fig|a\.m|p\.m|am|pm|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec))\.\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Abbreviation();
}
