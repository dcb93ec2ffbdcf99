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

    private readonly PhraseBook _book;

    /// <summary>Reads the lines of a list: <c>[Kind]</c>, then its phrases.</summary>
    /// <param name="book">The book that holds it.</param>
    /// <param name="number">How many lists stand in front of it in the book.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="lexicon">The words of all lists of the book.</param>
    public Wordings(PhraseBook book, int number, IEnumerable<string> lines, Lexicon lexicon)
    {
        _book = book;
        Number = number;
        Phrases = [.. Read(lines, lexicon)];
    }

    /// <summary>How many lists stand in front of it in its book.</summary>
    public int Number { get; }

    /// <summary>The phrases.</summary>
    public ImmutableArray<Phrase> Phrases { get; }

    /// <summary>A list by itself.</summary>
    public static Wordings Of(IReadOnlyCollection<string> lines) => new PhraseBook([lines], new Lexicon(lines)).Lists[0];

    /// <summary>An embedded list.</summary>
    /// <param name="name">Its path below the library's folder.</param>
    public static Wordings Load(string name) => PhraseBook.List(name);

    /// <summary>Whether any wording stands among <paramref name="words"/>.</summary>
    public bool AnyIn(TextWords words) => In(words).Count > 0;

    /// <summary>Every wording in <paramref name="words"/>, which keep them, in the order of their beginnings.</summary>
    public List<Wording> In(TextWords words) => words.Said(_book)[Number];

    /// <summary>Leaves out of what was found of a list what its <c>[not Kind]</c> sections take back.</summary>
    public static void TakeBack(List<Wording> found)
    {
        if (!found.Exists(TakesBack))
            return;
        var takers = found.FindAll(TakesBack);
        found.RemoveAll(wording => IsTaken(wording, takers));
    }

    private static bool IsTaken(Wording wording, List<Wording> takers)
    {
        foreach (var taker in takers)
        {
            if (taker.Kind == wording.Kind || (taker.Kind.AsSpan(Taken.Length).SequenceEqual(wording.Kind) && taker.First < wording.End && wording.First < taker.End))
                return true;
        }

        return false;
    }

    private static bool TakesBack(Wording wording) => wording.Kind.StartsWith(Taken, StringComparison.Ordinal);

    private IEnumerable<Phrase> Read(IEnumerable<string> lines, Lexicon lexicon)
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
                yield return new Phrase(Number, kind, number++, Phrase.Read(line, words));
        }
    }
}
