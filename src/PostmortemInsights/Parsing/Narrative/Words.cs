using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>A word of a sentence.</summary>
/// <param name="Lower">In lower case, with a straight apostrophe.</param>
/// <param name="Start">Offset of its first character in the sentence.</param>
/// <param name="End">Offset after its last character.</param>
/// <param name="OpensClause">Whether a semicolon, colon, dash or bracket stands in front of it.</param>
internal readonly record struct Word(string Lower, int Start, int End, bool OpensClause);

/// <summary>Cuts a sentence into words for <see cref="Wordings"/>.</summary>
internal static partial class Words
{
    private static readonly SearchValues<char> ClauseMarks = SearchValues.Create(";()—–•");

    /// <summary>More is no sentence but a dump; what stands behind is not looked at.</summary>
    private const int Most = 400;

    /// <summary>The words in order; contractions, versions and file names stay whole.</summary>
    public static ImmutableArray<Word> Of(string sentence)
    {
        var words = ImmutableArray.CreateBuilder<Word>();
        var end = 0;
        foreach (var match in Shape().EnumerateMatches(sentence))
        {
            var gap = sentence.AsSpan(end, match.Index - end);
            var opens = gap.ContainsAny(ClauseMarks) || gap.Contains(": ", StringComparison.Ordinal);
            end = match.Index + match.Length;
            var lower = sentence[match.Index..end].ToLowerInvariant().Replace('’', '\'');
            words.Add(new Word(lower, match.Index, end, opens));
            if (words.Count == Most)
                break;
        }

        return words.DrainToImmutable();
    }

    [GeneratedRegex(@"[\p{L}\p{N}@]+(?:['’._/-][\p{L}\p{N}]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
