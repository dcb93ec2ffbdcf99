namespace PostmortemInsights.Indexing.Words;

/// <summary>What a word as written becomes in the index.</summary>
/// <param name="Term">The stem; an identifier or stop word in lower case.</param>
/// <param name="Kind">Word, stop word or identifier.</param>
/// <param name="IsHumped">Whether it is several words written together, as MaxVolumeCount is.</param>
/// <param name="PhraseWord">Its number among the words of the thesaurus; see <see cref="WordForms"/>.</param>
internal sealed record WordForm(string Term, TokenKind Kind, bool IsHumped, int PhraseWord);

/// <summary>The forms of words. Safe for any number of threads.</summary>
internal sealed class WordForms
{
    /// <summary>Stands for a word that the thesaurus does not have: no phrase goes over it.</summary>
    public const int Unknown = -1;

    /// <summary>Stands for a stop word that phrases are read over.</summary>
    public const int PassedOver = -2;

    private readonly Func<string, TokenKind, int> phraseWordOf;
    private readonly WordMemory<WordForm> known;

    /// <summary>Forms that know the words of a thesaurus.</summary>
    /// <param name="phraseWordOf">Gives a word's number among the words of the thesaurus; <see cref="Unknown"/> for none.</param>
    public WordForms(Func<string, TokenKind, int> phraseWordOf) => (this.phraseWordOf, known) = (phraseWordOf, new(Read));

    public WordForm Of(ReadOnlySpan<char> word) => known.Of(word);

    private WordForm Read(string word)
    {
        var lower = word.ToLowerInvariant();
        if (IsHumped(word))
            return Form(lower, TokenKind.Identifier, isHumped: true);
        if (StopWords.Contains(lower))
            return Form(lower, TokenKind.Stop);
        if (word.AsSpan().ContainsAnyInRange('0', '9'))
            return Form(lower, TokenKind.Identifier);
        return Form(EnglishStemmer.Stem(lower), TokenKind.Word);
    }

    private WordForm Form(string term, TokenKind kind, bool isHumped = false)
    {
        var passedOver = kind == TokenKind.Stop && !StopWords.CountsInPhrases(term);
        return new WordForm(term, kind, isHumped, passedOver ? PassedOver : phraseWordOf(term, kind));
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
