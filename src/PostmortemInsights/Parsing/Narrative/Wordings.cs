using System.Collections.Immutable;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>A wording found in a sentence.</summary>
/// <param name="Kind">The section of the list that it stands in.</param>
/// <param name="First">Index of its first word.</param>
/// <param name="End">Index after its last word.</param>
internal readonly record struct Wording(string Kind, int First, int End);

/// <summary>
/// A list of wordings that people use to say a thing, by kind, from an embedded file. A line is a phrase: words with a space between;
/// <c>a|b</c> either; <c>word*</c> any ending; <c>word?</c> may be missing; <c>..</c> up to four words within the clause (<c>..7</c> up
/// to seven). A <c>[not Kind]</c> section takes back the wordings of that kind that it overlaps.
/// </summary>
internal sealed class Wordings
{
    private const string Taken = "not ";
    private const int StartLength = 3;
    private const int UsualGap = 4;

    private readonly Dictionary<string, List<Phrase>> _byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Phrase>> _byStart = new(StringComparer.Ordinal);

    /// <summary>Reads the lines of a list: <c>[Kind]</c>, then its phrases.</summary>
    public Wordings(IEnumerable<string> lines)
    {
        var kind = "";
        foreach (var line in lines)
        {
            if (line.StartsWith('['))
                kind = line.Trim('[', ']');
            else
                Add(new Phrase(kind, Part.ParseAll(line)));
        }
    }

    private sealed record Phrase(string Kind, ImmutableArray<Part> Parts);

    /// <summary>Reads an embedded list.</summary>
    /// <param name="name">Its path below the library's folder.</param>
    public static Wordings Load(string name) => new(EmbeddedText.Lines(name));

    /// <summary>Every wording in <paramref name="words"/>, in the order of their beginnings.</summary>
    public List<Wording> In(ImmutableArray<Word> words)
    {
        var found = new List<Wording>();
        var byStart = _byStart.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < words.Length; i++)
        {
            if (_byWord.TryGetValue(words[i].Lower, out var whole))
                Find(whole, words, i, found);
            if (byStart.TryGetValue(Start(words[i].Lower), out var open))
                Find(open, words, i, found);
        }

        return WithoutTaken(found);
    }

    private static void Find(List<Phrase> phrases, ImmutableArray<Word> words, int at, List<Wording> found)
    {
        foreach (var phrase in phrases)
        {
            if (EndOf(phrase.Parts, 0, words, at) is { } end)
                found.Add(new Wording(phrase.Kind, at, end));
        }
    }

    private static List<Wording> WithoutTaken(List<Wording> found)
    {
        var takers = found.FindAll(static w => w.Kind.StartsWith(Taken, StringComparison.Ordinal));
        found.RemoveAll(w => takers.Exists(t => t.Kind == w.Kind || (t.Kind.AsSpan(Taken.Length).SequenceEqual(w.Kind) && t.First < w.End && w.First < t.End)));
        return found;
    }

    // A phrase is kept once for each way that it can begin: by the whole word, or by the first letters where the ending is free.
    private void Add(Phrase phrase)
    {
        var choices = phrase.Parts[0].Choices;
        var starts = choices.Where(static c => c.Open).Select(static c => Start(c.Text).ToString()).Distinct(StringComparer.Ordinal).ToList();
        foreach (var start in starts)
            (_byStart.TryGetValue(start, out var open) ? open : _byStart[start] = []).Add(phrase);
        foreach (var word in choices.Where(c => !c.Open && !starts.Contains(Start(c.Text).ToString())).Select(static c => c.Text).Distinct(StringComparer.Ordinal))
            (_byWord.TryGetValue(word, out var whole) ? whole : _byWord[word] = []).Add(phrase);
    }

    private static ReadOnlySpan<char> Start(string word) => word.AsSpan(0, Math.Min(StartLength, word.Length));

    /// <summary>Where the parts from <paramref name="part"/> on end when they begin at word <paramref name="at"/>; null when they do not fit.</summary>
    private static int? EndOf(ImmutableArray<Part> parts, int part, ImmutableArray<Word> words, int at)
    {
        if (part == parts.Length)
            return at;
        var current = parts[part];
        for (var here = at; here < words.Length && here <= at + current.Gap; here++)
        {
            if (part > 0 && words[here].OpensClause)
                break;
            if (current.Fits(words[here].Lower) && EndOf(parts, part + 1, words, here + 1) is { } end)
                return end;
        }

        return current.Optional ? EndOf(parts, part + 1, words, at) : null;
    }

    private readonly record struct Choice(string Text, bool Open);

    /// <summary>One word of a phrase with the words that may stand in front of it.</summary>
    private sealed record Part(ImmutableArray<Choice> Choices, bool Optional, int Gap)
    {
        public static ImmutableArray<Part> ParseAll(string line)
        {
            var parts = ImmutableArray.CreateBuilder<Part>();
            var gap = 0;
            foreach (var written in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var isGap = written.StartsWith("..", StringComparison.Ordinal);
                if (!isGap)
                    parts.Add(Parse(written, gap));
                gap = !isGap ? 0 : written.Length > 2 ? written[2] - '0' : UsualGap;
            }

            return parts.DrainToImmutable();
        }

        private static Part Parse(string written, int gap)
        {
            var choices = written.TrimEnd('?').Split('|').Select(static w => new Choice(w.TrimEnd('*'), w.EndsWith('*')));
            return new Part([.. choices], written.EndsWith('?'), gap);
        }

        public bool Fits(string word)
        {
            foreach (var choice in Choices)
            {
                if (choice.Open ? word.StartsWith(choice.Text, StringComparison.Ordinal) : word == choice.Text)
                    return true;
            }

            return false;
        }
    }
}
