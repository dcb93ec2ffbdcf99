namespace PostmortemInsights.Indexing.Words;

/// <summary>Turns text into index terms; documents and queries go through the same one, whichever engine keeps the index.</summary>
internal static class Analyzer
{
    private const int LettersOfWord = 5;

    /// <summary>Names the rules and word lists; an index built by others is not read.</summary>
    public static string Fingerprint => AnalyzerFingerprint.Value;

    /// <summary>The terms of a stretch of a document.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Offset of the first character.</param>
    /// <param name="end">Offset after the last character.</param>
    public static List<Token> Document(string text, int start, int end) => Analyze(text, start, end, wider: false);

    /// <summary>The terms of a query: as for a document, and the wider concepts that directed lines of the thesaurus lead to.</summary>
    public static List<Token> Query(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Analyze(text, 0, text.Length, wider: true);
    }

    private static List<Token> Analyze(string text, int start, int end, bool wider)
    {
        var tokenizer = new Tokenizer(Thesaurus.Default.Forms, (end - start) / LettersOfWord);
        tokenizer.Read(text, start, end);
        Thesaurus.Default.Mark(tokenizer.PhraseWords, wider, tokenizer.Tokens);
        return tokenizer.Tokens;
    }
}
