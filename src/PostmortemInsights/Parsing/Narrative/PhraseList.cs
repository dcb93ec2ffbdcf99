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
    public bool IsIn(string text) => Found(text).Count > 0;

    /// <summary>The weights of the phrases in the text, each phrase counted once.</summary>
    public int Score(string text) => Found(text).Sum(static phrase => phrase.Weight);

    /// <summary>The words of a text in lower case; an apostrophe belongs to its word.</summary>
    internal static List<string> Words(string text)
    {
        var words = new List<string>();
        foreach (var (start, length) in Places(text))
            words.Add(text.Substring(start, length).Replace('’', '\'').ToLowerInvariant());
        return words;
    }

    private static List<(int Start, int Length)> Places(ReadOnlySpan<char> text)
    {
        var places = new List<(int, int)>(text.Length / 5);
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && (char.IsLetterOrDigit(text[i]) || (text[i] is '\'' or '’' && start >= 0));
            if (inside && start < 0)
                start = i;
            if (inside || start < 0)
                continue;
            places.Add((start, text[start..i].TrimEnd("'’").Length));
            start = -1;
        }

        return places;
    }

    private void Add(string first, Phrase phrase)
    {
        if (first[^1] == '*')
            (_byPrefix.TryGetValue(first[0], out var open) ? open : _byPrefix[first[0]] = []).Add((first, phrase));
        else
            (_byWord.TryGetValue(first, out var closed) ? closed : _byWord[first] = []).Add(phrase);
    }

    private List<Phrase> Found(string text)
    {
        var found = new List<Phrase>();
        var words = new TextWords(text.Replace('’', '\''), Places(text));
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

    /// <summary>A text's words where they stand, so that none is copied.</summary>
    private readonly record struct TextWords(string Text, List<(int Start, int Length)> Places)
    {
        public int Count => Places.Count;

        public ReadOnlySpan<char> this[int word] => Text.AsSpan(Places[word].Start, Places[word].Length);
    }
}
