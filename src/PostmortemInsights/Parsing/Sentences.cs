using System.Text.RegularExpressions;
using PostmortemInsights.Parsing.Outlining;

namespace PostmortemInsights.Parsing;

/// <summary>Cuts a clean text into sentences.</summary>
internal static partial class Sentences
{
    /// <summary>The sentences of <paramref name="text"/> in order; abbreviations, versions and clock times do not end one.</summary>
    public static IReadOnlyList<CleanText> Of(CleanText text) => text.Sentences ??= [.. Cut(text)];

    private static IEnumerable<CleanText> Cut(CleanText text)
    {
        var start = 0;
        foreach (var end in Breaks(text.Value))
        {
            if (end > start)
                yield return text.Slice(start, end);
            start = end;
        }

        if (start < text.Value.Length)
            yield return text.Slice(start);
    }

    private static IEnumerable<int> Breaks(string text)
    {
        foreach (Match match in Stop().Matches(text))
        {
            if (!Abbreviation().IsMatch(text[Math.Max(0, match.Index - 8)..(match.Index + 1)]))
                yield return match.Index + match.Length;
        }
    }

    [GeneratedRegex(@"[.!?…][""'”’)\]]*\s+(?=[\p{Lu}\p{N}@(\[""“'‘`]|\p{So})", RegexOptions.CultureInvariant)]
    private static partial Regex Stop();

    [GeneratedRegex(@"(?:\b(?:e\.g|i\.e|etc|vs|approx|no|nr|mr|mrs|ms|dr|st|inc|ltd|fig|a\.m|p\.m|am|pm|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec))\.\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Abbreviation();
}
