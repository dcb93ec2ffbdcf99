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

    private static readonly List<Phrase> Nothing = [];

    private readonly Lexicon _lexicon;

    /// <summary>For each symbol, the phrases that begin with it.</summary>
    private readonly Phrase[][] _bySymbol;

    private PhraseList(IEnumerable<string> lines, Lexicon lexicon)
    {
        _lexicon = lexicon;
        _bySymbol = lexicon.BySymbol(lines.Select(line => Parse(line, lexicon)), static phrase => phrase.Parts[0]!.Value);
    }

    /// <summary>The symbols that each part of a phrase stands for; null for a gap.</summary>
    private readonly record struct Phrase(int Weight, SymbolSet?[] Parts);

    /// <summary>The phrases of the lists of these names beside this class.</summary>
    public static PhraseList Load(params IEnumerable<string> names) =>
        new(names.SelectMany(static name => EmbeddedText.Lines($"Parsing/Narrative/{name}.txt")), Lexicon.OfLists);

    /// <summary>Phrases that weigh one each; <paramref name="lexicon"/> holds their words.</summary>
    public static PhraseList Of(IEnumerable<string> phrases, Lexicon lexicon) => new(phrases.Select(static phrase => "1 " + phrase), lexicon);

    /// <summary>Whether the text holds any of the phrases.</summary>
    public bool IsIn(CleanText text) => IsIn(text.Words);

    /// <summary>Whether any of the phrases stands among the words.</summary>
    public bool IsIn(TextWords words) => Found(words).Count > 0;

    /// <summary>The weights of the phrases in the text, each phrase counted once.</summary>
    public int Score(CleanText text) => Score(text.Words);

    /// <summary>The weights of the phrases among the words, each phrase counted once.</summary>
    public int Score(TextWords words) => Found(words).Sum(static phrase => phrase.Weight);

    /// <summary>The words of a text in lower case; an apostrophe belongs to its word.</summary>
    internal static List<string> Words(string text)
    {
        var places = TextWords.Of(text);
        return [.. Enumerable.Range(0, places.Count).Select(places.Lower)];
    }

    private List<Phrase> Found(TextWords words)
    {
        List<Phrase>? found = null;
        var symbols = words.Symbols(_lexicon);
        for (var i = 0; i < symbols.Length; i++)
        {
            foreach (var phrase in _bySymbol[symbols[i]])
            {
                if (Fits(symbols, i + 1, phrase.Parts.AsSpan(1)) && found?.Contains(phrase) != true)
                    (found ??= []).Add(phrase);
            }
        }

        return found ?? Nothing;
    }

    private static bool Fits(ReadOnlySpan<int> symbols, int at, ReadOnlySpan<SymbolSet?> parts)
    {
        for (var next = 0; next < parts.Length; next++, at++)
        {
            if (parts[next] is not { } part)
                return FitsBehindGap(symbols, at, parts[(next + 1)..]);
            if (at >= symbols.Length || !part.Contains(symbols[at]))
                return false;
        }

        return true;
    }

    private static bool FitsBehindGap(ReadOnlySpan<int> symbols, int at, ReadOnlySpan<SymbolSet?> parts)
    {
        for (var start = at; start <= at + LongestGap; start++)
        {
            if (Fits(symbols, start, parts))
                return true;
        }

        return false;
    }

    private static Phrase Parse(string line, Lexicon lexicon)
    {
        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new Phrase(int.Parse(parts[0], CultureInfo.InvariantCulture), [.. parts[1..].Select(part => SymbolsOf(part, lexicon))]);
    }

    private static SymbolSet? SymbolsOf(string part, Lexicon lexicon) => part == Gap ? null : lexicon.Fitting(part.Split('/'));
}
