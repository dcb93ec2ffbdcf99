namespace PostmortemInsights.Indexing.Words;

/// <summary>
/// Cuts text into words. Ordinary words are stemmed; identifiers, paths, versions, host names and error codes stay whole and also
/// give their parts; hyphenated words give their parts and the joined form (<c>sign-in</c>: sign, in, signin).
/// </summary>
internal sealed class Tokenizer(List<Token> tokens)
{
    private const int LongestTerm = 64;
    private int position;

    public void Read(string text, int start, int end)
    {
        position = 0;
        var at = start;
        while (at < end)
        {
            var stop = ChunkEnd(text, at, end);
            if (stop == at)
            {
                at++;
                continue;
            }

            ReadChunk(text, at, stop);
            at = stop;
        }
    }

    // A chunk is a run of letters and digits; one of . - _ / : @ ' between two of them does not end it.
    private static int ChunkEnd(string text, int at, int end)
    {
        while (at < end && (char.IsLetterOrDigit(text[at]) || (Connects(text, at, end) && at > 0 && char.IsLetterOrDigit(text[at - 1]))))
            at++;
        return at;
    }

    private static bool Connects(string text, int at, int end)
    {
        if (at + 1 >= end || !char.IsLetterOrDigit(text[at + 1]))
            return text[at] == '_';
        return text[at] switch
        {
            '.' or '-' or '_' or '/' or '@' or '\'' or '’' => true,
            ':' => at > 0 && char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]),
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
            ReadWord(text, start, end, TokenKind.Word);
    }

    private void ReadWord(string text, int start, int end, TokenKind kind)
    {
        var raw = text.AsSpan(start, end - start);
        if (Humps(raw) > 1)
        {
            Add(Lower(raw), start, end, TokenKind.Identifier, advance: false);
            ReadParts(text, start, end);
            return;
        }

        AddWord(Lower(raw), start, end, kind);
    }

    private void AddWord(string word, int start, int end, TokenKind kind)
    {
        if (StopWords.Contains(word))
            Add(word, start, end, TokenKind.Stop);
        else if (word.Any(char.IsDigit))
            Add(word, start, end, kind == TokenKind.Word ? TokenKind.Identifier : kind);
        else
            Add(EnglishStemmer.Stem(word), start, end, kind);
    }

    // can't, won't, doesn't: the negation counts as a word of its own; the possessive is dropped.
    private void ReadContraction(string text, int start, int end)
    {
        var word = Lower(text.AsSpan(start, end - start)).Replace('’', '\'');
        if (word.EndsWith("n't", StringComparison.Ordinal))
        {
            var verb = word switch { "can't" => "can", "won't" => "will", _ => word[..^3] };
            AddWord(verb, start, end - 3, TokenKind.Word);
            Add("not", end - 3, end, TokenKind.Stop);
            return;
        }

        var cut = word.IndexOf('\'', StringComparison.Ordinal);
        AddWord(word[..cut], start, start + cut, TokenKind.Word);
    }

    private void ReadHyphenated(string text, int start, int end)
    {
        var raw = text.AsSpan(start, end - start);
        Add(Stemmed(Lower(raw).Replace("-", "", StringComparison.Ordinal)), start, end, TokenKind.Part, advance: false);
        var at = start;
        foreach (var range in raw.Split('-'))
        {
            var (offset, length) = range.GetOffsetAndLength(raw.Length);
            if (length > 0)
                ReadWord(text, at = start + offset, start + offset + length, TokenKind.Word);
        }
    }

    private void ReadIdentifier(string text, int start, int end)
    {
        var raw = text.AsSpan(start, end - start);
        if (IsWordsWithSlashes(raw))
        {
            foreach (var range in raw.Split('/'))
            {
                var (offset, length) = range.GetOffsetAndLength(raw.Length);
                ReadChunk(text, start + offset, start + offset + length);
            }

            return;
        }

        Add(Lower(raw), start, end, TokenKind.Identifier, advance: false);
        ReadParts(text, start, end);
    }

    // CPU/RAM and 502/504 are two words; a/b/c and conf.d/x are paths.
    private static bool IsWordsWithSlashes(ReadOnlySpan<char> raw) =>
        raw.IndexOfAny("._@:") < 0 && raw.Count('/') == 1;

    private void ReadParts(string text, int start, int end)
    {
        var from = start;
        var before = position;
        for (var i = start + 1; i <= end; i++)
        {
            if (i < end && char.IsLetterOrDigit(text[i]) && !IsHump(text, i, start))
                continue;
            AddPart(text, from, i);
            from = i < end && char.IsLetterOrDigit(text[i]) ? i : i + 1;
        }

        if (position == before)
            position++;
    }

    private void AddPart(string text, int start, int end)
    {
        if (end - start >= 2 && !text.AsSpan(start, end - start).ContainsAnyInRange('0', '9'))
            AddWord(Lower(text.AsSpan(start, end - start)), start, end, TokenKind.Part);
    }

    private static int Humps(ReadOnlySpan<char> raw)
    {
        var humps = 1;
        for (var i = 1; i < raw.Length; i++)
        {
            if (char.IsUpper(raw[i]) && char.IsLower(raw[i - 1]))
                humps++;
        }

        return humps;
    }

    private static bool IsHump(string text, int i, int start) => i > start && char.IsUpper(text[i]) && char.IsLower(text[i - 1]);

    private static string Stemmed(string word) => word.Any(char.IsDigit) ? word : EnglishStemmer.Stem(word);

    private static string Lower(ReadOnlySpan<char> raw) =>
        string.Create(raw.Length, raw, static (lower, from) => from.ToLowerInvariant(lower));

    private void Add(string term, int start, int end, TokenKind kind, bool advance = true)
    {
        if (term.Length is > 0 and <= LongestTerm)
            tokens.Add(new Token(term, position, start, end, kind));
        if (advance)
            position++;
    }
}
