namespace PostmortemInsights.Indexing.Words;

/// <summary>A word as phrases of the thesaurus see it.</summary>
/// <param name="Form">The word.</param>
/// <param name="Position">Its position.</param>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset after its last character.</param>
internal readonly record struct PhraseWord(WordForm Form, int Position, int Start, int End);

/// <summary>
/// Cuts text into words. Ordinary words are stemmed; identifiers, paths, versions, host names and error codes stay whole and also
/// give their parts; hyphenated words give their parts and the joined form (<c>sign-in</c>: sign, in, signin).
/// </summary>
/// <param name="forms">The forms of words.</param>
/// <param name="words">About so many words are expected.</param>
internal sealed class Tokenizer(WordForms forms, int words)
{
    private const int LongestTerm = 64;

    // Characters of a text for each of its words.
    private const int MeanLength = 6;

    private int position;

    public List<Token> Tokens { get; } = new(words + 1);

    /// <summary>The words in order as phrases see them: without parts and without stop words that phrases are read over.</summary>
    public List<PhraseWord> PhraseWords { get; } = new(words + 1);

    public void Read(string text, int start, int end)
    {
        Tokens.EnsureCapacity((end - start) / MeanLength);
        PhraseWords.EnsureCapacity((end - start) / MeanLength);
        for (var at = start; at < end;)
        {
            var stop = ChunkEnd(text, at, end, out var isWord);
            if (stop > at && isWord)
                ReadWord(text, at, stop);
            else if (stop > at)
                ReadChunk(text, at, stop);
            at = Math.Max(stop, at + 1);
        }
    }

    /// <summary>Forgets all that was read.</summary>
    public void Clear()
    {
        Tokens.Clear();
        PhraseWords.Clear();
        position = 0;
    }

    // A chunk is a run of letters and digits; one of . - _ / : @ ' between two of them does not end it.
    private static int ChunkEnd(string text, int at, int end, out bool isWord)
    {
        isWord = true;
        for (; at < end; at++)
        {
            if (char.IsLetterOrDigit(text[at]))
                continue;
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1]) || !Connects(text, at, end))
                break;
            isWord = false;
        }

        return at;
    }

    private static bool Connects(string text, int at, int end)
    {
        if (at + 1 >= end || !char.IsLetterOrDigit(text[at + 1]))
            return false;
        return text[at] switch
        {
            '.' or '-' or '_' or '/' or '@' or '\'' or '’' => true,
            ':' => char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]),
            _ => false,
        };
    }

    private void ReadChunk(string text, int start, int end)
    {
        var chunk = text.AsSpan(start, end - start);
        if (chunk.IndexOfAny("._/@:") >= 0)
            ReadIdentifier(text, start, end);
        else if (chunk.IndexOfAny('\'', '’') >= 0)
            ReadContraction(text, start, end);
        else if (chunk.Contains('-'))
            ReadHyphenated(text, start, end);
        else
            ReadWord(text, start, end);
    }

    private void ReadWord(string text, int start, int end)
    {
        var form = forms.Of(text.AsSpan(start, end - start));
        AddPhraseWord(form, start, end);
        Add(form.Term, start, end, form.Kind, advance: !form.IsHumped);
        if (form.IsHumped)
            ReadParts(text, start, end);
    }

    // can't, won't, doesn't: the negation counts as a word of its own; the possessive is dropped.
    private void ReadContraction(string text, int start, int end)
    {
        var chunk = text.AsSpan(start, end - start);
        if (chunk.Length > 3 && chunk[^3] is 'n' or 'N' && chunk[^2] is '\'' or '’' && chunk[^1] is 't' or 'T')
        {
            // Of "can't" the n belongs to both words.
            ReadWord(text, start, chunk.StartsWith("can", StringComparison.OrdinalIgnoreCase) ? start + 3 : end - 3);
            AddPhraseWord(forms.Of("not"), end - 3, end);
            Add("not", end - 3, end, TokenKind.Stop);
            return;
        }

        ReadWord(text, start, start + chunk.IndexOfAny('\'', '’'));
    }

    private void ReadHyphenated(string text, int start, int end)
    {
        var joined = text[start..end].Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
        Add(forms.Of(joined).Term, start, end, TokenKind.Part, advance: false);
        ReadBetween(text, start, end, '-');
    }

    private void ReadIdentifier(string text, int start, int end)
    {
        var raw = text.AsSpan(start, end - start);
        if (IsWordsWithSlash(raw))
        {
            ReadBetween(text, start, end, '/');
            return;
        }

        var whole = text[start..end].ToLowerInvariant();
        AddPhraseWord(forms.Of(whole), start, end);
        Add(whole, start, end, TokenKind.Identifier, advance: false);
        ReadParts(text, start, end);
    }

    // CPU/RAM and 502/504 are two words; a/b/c and conf.d/x are paths.
    private static bool IsWordsWithSlash(ReadOnlySpan<char> raw) => raw.IndexOfAny("._@:") < 0 && raw.Count('/') == 1;

    private void ReadBetween(string text, int start, int end, char separator)
    {
        for (var at = start; at < end;)
        {
            var stop = text.IndexOf(separator, at, end - at) is var found && found < 0 ? end : found;
            ReadChunk(text, at, stop);
            at = stop + 1;
        }
    }

    private void ReadParts(string text, int start, int end)
    {
        var (from, before) = (start, position);
        for (var i = start + 1; i <= end; i++)
        {
            if (i < end && char.IsLetterOrDigit(text[i]) && !(char.IsUpper(text[i]) && char.IsLower(text[i - 1])))
                continue;
            AddPart(text, from, i);
            from = i < end && char.IsLetterOrDigit(text[i]) ? i : i + 1;
        }

        if (position == before)
            position++;
    }

    private void AddPart(string text, int start, int end)
    {
        if (end - start < 2 || text.AsSpan(start, end - start).ContainsAnyInRange('0', '9'))
            return;
        var form = forms.Of(text.AsSpan(start, end - start));
        Add(form.Term, start, end, form.Kind == TokenKind.Stop ? TokenKind.Stop : TokenKind.Part);
    }

    private void AddPhraseWord(WordForm form, int start, int end)
    {
        if (form.PhraseWord != WordForms.PassedOver)
            PhraseWords.Add(new PhraseWord(form, position, start, end));
    }

    private void Add(string term, int start, int end, TokenKind kind, bool advance = true)
    {
        if (term.Length is > 0 and <= LongestTerm)
            Tokens.Add(new Token(term, position, start, end, kind));
        if (advance)
            position++;
    }
}
