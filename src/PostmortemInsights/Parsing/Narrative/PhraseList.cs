using System.Globalization;
using PostmortemInsights.Parsing.Outlining;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>
/// Weighted phrases, found in a text by its words. A line of the list is a weight and a phrase; in a phrase <c>a/b</c> stands for either
/// word, <c>revert*</c> for any word that begins so, and <c>...</c> for up to five words.
/// </summary>
internal sealed class PhraseList
{
    private const string Gap = "...";
    private const int LongestGap = 5;

    private readonly Dictionary<string, List<Phrase>> _byWord = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<char, List<(string Pattern, Phrase Phrase)>> _byPrefix = [];

    private PhraseList(IEnumerable<Phrase> phrases)
    {
        foreach (var phrase in phrases)
        {
            foreach (var first in phrase.Words[0].Distinct(StringComparer.Ordinal))
                Add(first, phrase);
        }
    }

    private sealed record Phrase(int Weight, string[][] Words);

    /// <summary>The list of that name beside this class.</summary>
    public static PhraseList Load(string name) => new(EmbeddedText.Lines($"Parsing/Narrative/{name}.txt").Select(Parse));

    /// <summary>Phrases that weigh one each.</summary>
    public static PhraseList Of(IEnumerable<string> phrases) => new(phrases.Select(static phrase => Parse("1 " + phrase)));

    /// <summary>Whether the text holds any of the phrases.</summary>
    public bool IsIn(CleanText text) => Found(text.Words).Count > 0;

    /// <summary>The weights of the phrases in the text, each phrase counted once.</summary>
    public int Score(CleanText text) => Score(text.Words);

    /// <summary>The weights of the phrases among the words, each phrase counted once.</summary>
    public int Score(TextWords words) => Found(words).Sum(static phrase => phrase.Weight);

    /// <summary>The words of a text in lower case; an apostrophe belongs to its word.</summary>
    internal static List<string> Words(string text)
    {
        var words = new List<string>();
        var places = TextWords.Of(text);
        for (var i = 0; i < places.Count; i++)
            words.Add(places[i].ToString().ToLowerInvariant());
        return words;
    }

    private void Add(string first, Phrase phrase)
    {
        if (first[^1] == '*')
            (_byPrefix.TryGetValue(first[0], out var open) ? open : _byPrefix[first[0]] = []).Add((first, phrase));
        else
            (_byWord.TryGetValue(first, out var closed) ? closed : _byWord[first] = []).Add(phrase);
    }

    private List<Phrase> Found(TextWords words)
    {
        var found = new List<Phrase>();
        var byWord = _byWord.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (byWord.TryGetValue(word, out var closed))
            {
                foreach (var phrase in closed)
                    Take(phrase, words, i, found);
            }

            foreach (var (pattern, phrase) in _byPrefix.GetValueOrDefault(char.ToLowerInvariant(word[0]), []))
            {
                if (Same(word, pattern))
                    Take(phrase, words, i, found);
            }
        }

        return found;
    }

    private static void Take(Phrase phrase, TextWords words, int at, List<Phrase> found)
    {
        if (Fits(words, at + 1, phrase.Words, 1) && !found.Exists(known => ReferenceEquals(known, phrase)))
            found.Add(phrase);
    }

    private static bool Fits(TextWords words, int at, string[][] phrase, int next)
    {
        while (next < phrase.Length)
        {
            if (phrase[next][0] == Gap)
                return FitsBehindGap(words, at, phrase, next + 1);
            if (at >= words.Count || !IsAnyOf(words[at], phrase[next]))
                return false;
            (at, next) = (at + 1, next + 1);
        }

        return true;
    }

    private static bool FitsBehindGap(TextWords words, int at, string[][] phrase, int next)
    {
        for (var start = at; start <= at + LongestGap; start++)
        {
            if (Fits(words, start, phrase, next))
                return true;
        }

        return false;
    }

    private static bool IsAnyOf(ReadOnlySpan<char> word, string[] patterns)
    {
        foreach (var pattern in patterns)
        {
            if (Same(word, pattern))
                return true;
        }

        return false;
    }

    private static bool Same(ReadOnlySpan<char> word, string pattern) => pattern[^1] == '*'
        ? word.StartsWith(pattern.AsSpan(0, pattern.Length - 1), StringComparison.OrdinalIgnoreCase)
        : word.Equals(pattern, StringComparison.OrdinalIgnoreCase);

    private static Phrase Parse(string line)
    {
        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new Phrase(int.Parse(parts[0], CultureInfo.InvariantCulture), [.. parts[1..].Select(static part => part.Split('/'))]);
    }
}
