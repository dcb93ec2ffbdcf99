using System.Globalization;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>
/// Weighted phrases, found in a text by its words. A line of the list is a weight and a phrase; in a phrase <c>a/b</c> stands for either
/// word, <c>revert*</c> for any word that begins so, and <c>...</c> for up to five words.
/// </summary>
internal sealed class PhraseList
{
    private const string Gap = "...";
    private const int LongestGap = 5;

    private readonly Dictionary<char, List<Phrase>> _phrases = [];

    private PhraseList(IEnumerable<Phrase> phrases)
    {
        foreach (var phrase in phrases)
        {
            foreach (var initial in phrase.Words[0].Select(static word => word[0]).Distinct())
                (_phrases.TryGetValue(initial, out var list) ? list : _phrases[initial] = []).Add(phrase);
        }
    }

    private sealed record Phrase(int Number, int Weight, string[][] Words);

    /// <summary>The list of that name beside this class.</summary>
    public static PhraseList Load(string name) => new(EmbeddedText.Lines($"Parsing/Narrative/{name}.txt").Select(Parse));

    /// <summary>Phrases that weigh one each.</summary>
    public static PhraseList Of(IEnumerable<string> phrases) => new(phrases.Select(static (phrase, i) => Parse("1 " + phrase, i)));

    /// <summary>Whether the text holds any of the phrases.</summary>
    public bool IsIn(string text) => Weights(text).Count > 0;

    /// <summary>The weights of the phrases in the text, each phrase counted once.</summary>
    public int Score(string text) => Weights(text).Values.Sum();

    private Dictionary<int, int> Weights(string text)
    {
        var weights = new Dictionary<int, int>();
        var words = Words(text);
        for (var i = 0; i < words.Count; i++)
        {
            foreach (var phrase in _phrases.GetValueOrDefault(words[i][0], []))
            {
                if (Fits(words, i, phrase.Words, 0))
                    weights[phrase.Number] = phrase.Weight;
            }
        }

        return weights;
    }

    /// <summary>The words of a text in lower case; an apostrophe belongs to its word.</summary>
    internal static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && (char.IsLetterOrDigit(text[i]) || (text[i] is '\'' or '’' && start >= 0));
            if (inside && start < 0)
                start = i;
            if (inside || start < 0)
                continue;
            words.Add(text[start..i].Replace('’', '\'').TrimEnd('\'').ToLowerInvariant());
            start = -1;
        }

        return words;
    }

    private static bool Fits(List<string> words, int at, string[][] phrase, int next)
    {
        while (next < phrase.Length)
        {
            if (phrase[next][0] == Gap)
                return Enumerable.Range(at, LongestGap + 1).Any(start => Fits(words, start, phrase, next + 1));
            if (at >= words.Count || !Array.Exists(phrase[next], word => Same(words[at], word)))
                return false;
            (at, next) = (at + 1, next + 1);
        }

        return true;
    }

    private static bool Same(string word, string pattern) =>
        pattern[^1] == '*' ? word.AsSpan().StartsWith(pattern.AsSpan(0, pattern.Length - 1), StringComparison.Ordinal) : word == pattern;

    private static Phrase Parse(string line, int number)
    {
        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new Phrase(number, int.Parse(parts[0], CultureInfo.InvariantCulture), [.. parts[1..].Select(static part => part.Split('/'))]);
    }
}
