using System.Collections;
using System.Collections.Immutable;

namespace PostmortemInsights.Parsing.Phrasing;

/// <summary>A wording found in a sentence.</summary>
/// <param name="Kind">The section of the list that it stands in.</param>
/// <param name="Phrase">The number of its phrase in the list.</param>
/// <param name="First">Index of its first word.</param>
/// <param name="End">Index after its last word.</param>
internal sealed record Wording(string Kind, int Phrase, int First, int End);

/// <summary>
/// A list of wordings that people use to say a thing, by kind, from an embedded file. A line is a phrase: words with a space between;
/// <c>a|b</c> either; <c>word*</c> any ending; <c>word?</c> may be missing; <c>..</c> up to four words within the clause (<c>..7</c> up
/// to seven). A <c>[not Kind]</c> section takes back the wordings of that kind that it overlaps. <c>&lt;us> = nurse|clerk</c> names a group
/// of words, to which further such lines add; in the phrases below, <c>&lt;us></c> stands for any of them. <c>^</c> is a word written like
/// a name, and never the first of a phrase.
/// </summary>
internal sealed class Wordings
{
    private const string Taken = "not ";
    private const string Named = " = ";

    private static readonly List<Wording> Nothing = [];

    private readonly Lexicon _lexicon;

    /// <summary>For each symbol, the phrases that can begin with it.</summary>
    private readonly Phrase[][] _bySymbol;

    /// <summary>Which symbols these are: most words open no phrase, and a bit for each stays near the processor.</summary>
    private readonly BitArray _opening;

    /// <summary>Reads the lines of a list: <c>[Kind]</c>, then its phrases.</summary>
    public Wordings(IReadOnlyCollection<string> lines)
        : this(lines, new Lexicon(lines))
    {
    }

    private Wordings(IEnumerable<string> lines, Lexicon lexicon)
    {
        var phrases = Parse(lines, lexicon).ToList();
        _lexicon = lexicon;
        _bySymbol = BySymbol(phrases, lexicon.Count);
        _opening = new BitArray(Array.ConvertAll(_bySymbol, static phrases => phrases.Length > 0));
        Kinds = [.. phrases.Select(static phrase => phrase.Kind)];
    }

    /// <summary>The kind of each phrase.</summary>
    public ImmutableArray<string> Kinds { get; }

    /// <summary>Reads embedded lists as one.</summary>
    /// <param name="names">Their paths below the library's folder.</param>
    public static Wordings Load(params IEnumerable<string> names) => new(names.SelectMany(EmbeddedText.Lines), Lexicon.OfLists);

    /// <summary>Whether any wording stands among <paramref name="words"/>.</summary>
    public bool AnyIn(TextWords words) => In(words).Count > 0;

    /// <summary>Every wording in <paramref name="words"/>, which keep them, in the order of their beginnings.</summary>
    public List<Wording> In(TextWords words) => words.Kept(this) ?? words.Keep(this, Find(words));

    private List<Wording> Find(TextWords words)
    {
        List<Wording>? found = null;
        var symbols = words.Symbols(_lexicon);
        for (var i = 0; i < symbols.Length; i++)
        {
            if (!_opening[symbols[i]])
                continue;
            foreach (ref readonly var phrase in _bySymbol[symbols[i]].AsSpan())
            {
                if (phrase.EndIn(words, symbols, i) is { } end)
                    (found ??= []).Add(new Wording(phrase.Kind, phrase.Number, i, end));
            }
        }

        return found is null ? Nothing : WithoutTaken(found);
    }

    private static List<Wording> WithoutTaken(List<Wording> found)
    {
        if (!found.Exists(static w => w.Kind.StartsWith(Taken, StringComparison.Ordinal)))
            return found;
        var takers = found.FindAll(static w => w.Kind.StartsWith(Taken, StringComparison.Ordinal));
        found.RemoveAll(w => takers.Exists(t => t.Kind == w.Kind || (t.Kind.AsSpan(Taken.Length).SequenceEqual(w.Kind) && t.First < w.End && w.First < t.End)));
        return found;
    }

    private static IEnumerable<Phrase> Parse(IEnumerable<string> lines, Lexicon lexicon)
    {
        var words = new WrittenWords(lexicon);
        var (kind, number) = ("", 0);
        foreach (var line in lines)
        {
            if (line.StartsWith('['))
                kind = line.Trim('[', ']');
            else if (line.Split(Named, 2) is [var group, var named])
                words.Add(group, named);
            else
                yield return Phrase.Parse(line, kind, number++, words);
        }
    }

    private static Phrase[][] BySymbol(List<Phrase> phrases, int symbols)
    {
        var lists = new List<Phrase>?[symbols];
        foreach (var phrase in phrases)
        {
            foreach (var symbol in phrase.Opening)
                (lists[symbol] ??= []).Add(phrase);
        }

        return Array.ConvertAll(lists, static list => list?.ToArray() ?? []);
    }
}
