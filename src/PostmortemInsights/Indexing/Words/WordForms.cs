using System.Collections.Concurrent;

namespace PostmortemInsights.Indexing.Words;

/// <summary>What a word as written becomes in the index.</summary>
/// <param name="Term">The stem; an identifier or stop word in lower case.</param>
/// <param name="Kind">Word, stop word or identifier.</param>
/// <param name="IsHumped">Whether it is several words written together, as MaxVolumeCount is.</param>
/// <param name="PhraseWord">Its number among the words of the thesaurus; see <see cref="WordForms"/>.</param>
internal sealed record WordForm(string Term, TokenKind Kind, bool IsHumped, int PhraseWord);

/// <summary>Remembers the forms of the words met so far, since texts repeat their words. Safe for any number of threads.</summary>
/// <param name="phraseWordOf">Gives a word's number among the words of the thesaurus; null for none.</param>
internal sealed class WordForms(Func<string, TokenKind, int?>? phraseWordOf = null)
{
    /// <summary>Stands for a word that the thesaurus does not have: no phrase goes over it.</summary>
    public const int Unknown = -1;

    /// <summary>Stands for a stop word that phrases are read over.</summary>
    public const int PassedOver = -2;

    // Words of a large corpus are without end: misspellings, identifiers.
    private const int MostRemembered = 200_000;
    private const int LongestRemembered = 32;
    private readonly ConcurrentDictionary<string, WordForm> known = new(StringComparer.Ordinal);
    private int remembered;

    public WordForm Of(ReadOnlySpan<char> word)
    {
        if (known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var form))
            return form;
        form = Read(word);
        if (word.Length <= LongestRemembered && remembered < MostRemembered && known.TryAdd(word.ToString(), form))
            Interlocked.Increment(ref remembered);
        return form;
    }

    private WordForm Read(ReadOnlySpan<char> word)
    {
        var lower = string.Create(word.Length, word, static (into, from) => from.ToLowerInvariant(into));
        if (IsHumped(word))
            return Form(lower, TokenKind.Identifier, isHumped: true);
        if (StopWords.Contains(lower))
            return Form(lower, TokenKind.Stop);
        if (word.ContainsAnyInRange('0', '9'))
            return Form(lower, TokenKind.Identifier);
        return Form(EnglishStemmer.Stem(lower), TokenKind.Word);
    }

    private WordForm Form(string term, TokenKind kind, bool isHumped = false)
    {
        var passedOver = kind == TokenKind.Stop && !StopWords.CountsInPhrases(term);
        return new WordForm(term, kind, isHumped, passedOver ? PassedOver : phraseWordOf?.Invoke(term, kind) ?? Unknown);
    }

    private static bool IsHumped(ReadOnlySpan<char> word)
    {
        for (var i = 1; i < word.Length; i++)
        {
            if (char.IsUpper(word[i]) && char.IsLower(word[i - 1]))
                return true;
        }

        return false;
    }
}
