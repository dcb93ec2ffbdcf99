namespace PostmortemInsights.Parsing.Windows;

/// <summary>Reads of whom or what a share is said: <c>of our 2 600 employees</c>, <c>of the home fibre base</c>.</summary>
internal static class AffectedNouns
{
    /// <summary>So many words may stand between "all" and whom it is of.</summary>
    private const int MostBehindAll = 3;

    private static readonly ILookup<string, string> Lists = EmbeddedText.Sections("Parsing/Windows/affected.txt");
    private static readonly Dictionary<string, Affected> Kinds = KindsByNoun();
    private static readonly HashSet<string> Machines = [.. Lists["machines"]];
    private static readonly HashSet<string> Resources = [.. Lists["resources"]];
    private static readonly HashSet<string> Ends = [.. Lists["end"]];

    /// <summary>
    /// The first noun that can be meant behind <paramref name="at"/> of a text, past no more than <paramref name="most"/> other words, and the
    /// offset after it; null if it is of a resource or of nothing.
    /// </summary>
    public static (Affected Kind, int End)? Behind(string text, int at, int most) => Behind(text, at, most, KindOf);

    /// <summary>The same for what "all" is said of: nouns of the list only, near by.</summary>
    public static (Affected Kind, int End)? BehindAll(string text, int at) => Behind(text, at, MostBehindAll, Listed);

    private static (Affected Kind, int End)? Behind(string text, int at, int most, Func<string, Affected?> kindOf)
    {
        (Affected, int)? other = null;
        var phrase = PhraseAt(text, at).TakeWhile(static next => !Ends.Contains(next.Word)).Take(most + 2).ToList();
        for (var i = 0; i < phrase.Count && i <= most; i++)
        {
            var isLast = i + 1 == phrase.Count;
            if (Resources.Contains(phrase[i].Word) || Machines.Contains(phrase[i].Word))
                return null;
            if (kindOf(phrase[i].Word) is { } kind)
                return isLast || !(Resources.Contains(phrase[i + 1].Word) || Machines.Contains(phrase[i + 1].Word)) ? (kind, phrase[i].End) : null;
            other = (Affected.Other, phrase[i].End);
        }

        return other;
    }

    /// <summary>What kind of thing a word in lower case names; null when a share of it is none of users.</summary>
    public static Affected? KindOf(string word)
    {
        if (Listed(word) is { } kind)
            return kind;
        return IsAgent(word) && !Machines.Contains(word) ? Affected.People : null;
    }

    /// <summary>The same for nouns of the list only, and for people's ("every user's").</summary>
    public static Affected? Listed(string word)
    {
        if (Kinds.TryGetValue(word, out var kind) || Kinds.TryGetValue(word.TrimEnd('s'), out kind))
            return kind;
        return word.Length > 2 && word[^1] == 's' && word[^2] is '\'' or '’' && Kinds.TryGetValue(word[..^2], out kind) && kind == Affected.People ? kind : null;
    }

    private static bool IsAgent(string word) => word.Length > 5 && (word.EndsWith("ers", StringComparison.Ordinal) || word.EndsWith("ors", StringComparison.Ordinal));

    /// <summary>The words in lower case, each with the offset after it, from <paramref name="at"/> on with nothing but blanks between them; the first may stand behind <c>) of</c>.</summary>
    private static IEnumerable<(string Word, int End)> PhraseAt(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or ')')
            at++;
        if (text.AsSpan(at).StartsWith("of ", StringComparison.OrdinalIgnoreCase))
            at += 3;
        while (at < text.Length)
        {
            var end = at;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '-' or ',' or '\'' or '’'))
                end++;
            var word = text[at..end].ToLowerInvariant();
            if (word.TrimEnd(',', '\'', '’') is not { Length: > 0 } whole)
                yield break;
            yield return (whole, at + whole.Length);
            at = whole.Length == word.Length && end < text.Length && text[end] == ' ' ? end + 1 : text.Length;
        }
    }

    private static Dictionary<string, Affected> KindsByNoun()
    {
        var kinds = new Dictionary<string, Affected>(StringComparer.Ordinal);
        foreach (var kind in new[] { Affected.People, Affected.Requests, Affected.Things })
        {
            foreach (var noun in Lists[kind.ToString().ToLowerInvariant()])
                kinds.TryAdd(noun, kind);
        }

        return kinds;
    }
}
