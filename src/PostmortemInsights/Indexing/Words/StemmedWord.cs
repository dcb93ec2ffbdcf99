namespace PostmortemInsights.Indexing.Words;

/// <summary>A word on its way through the steps of Porter2; the names of the steps and regions are the algorithm's.</summary>
internal ref struct StemmedWord
{
    private readonly string word;
    private readonly Span<char> letters;
    private readonly int r1;
    private readonly int r2;
    private int length;

    /// <summary>Begins with a word as it is.</summary>
    /// <param name="word">The word, in lower case.</param>
    /// <param name="letters">Room for the word and one letter more.</param>
    public StemmedWord(string word, Span<char> letters)
    {
        this.word = word;
        this.letters = letters;
        word.CopyTo(letters);
        length = word.Length;
        MarkConsonantY();
        r1 = FirstRegion();
        r2 = AfterVowelAndConsonant(r1);
    }

    private readonly ReadOnlySpan<char> Word => letters[..length];

    public string Stem()
    {
        Plural();
        if (!StemmerExceptions.StopsAfterPlural(Word))
        {
            PastAndGerund();
            FinalY();
            DoubleSuffix();
            SingleSuffix();
            LatinSuffix();
            FinalEOrL();
        }

        letters.Replace('Y', 'y');
        return Word.SequenceEqual(word) ? word : Word.ToString();
    }

    private readonly void MarkConsonantY()
    {
        for (var i = 0; i < length; i++)
        {
            if (letters[i] == 'y' && (i == 0 || IsVowel(i - 1)))
                letters[i] = 'Y';
        }
    }

    private readonly int FirstRegion()
    {
        foreach (var prefix in StemmerSuffixes.Prefixes)
        {
            if (Word.StartsWith(prefix, StringComparison.Ordinal))
                return prefix.Length;
        }

        return AfterVowelAndConsonant(0);
    }

    private readonly int AfterVowelAndConsonant(int from)
    {
        for (var i = from + 1; i < length; i++)
        {
            if (!IsVowel(i) && IsVowel(i - 1))
                return i + 1;
        }

        return length;
    }

    private readonly bool IsVowel(int i) => letters[i] is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private readonly bool HasVowel(int end)
    {
        for (var i = 0; i < end; i++)
        {
            if (IsVowel(i))
                return true;
        }

        return false;
    }

    private readonly bool EndsInShortSyllable(int end)
    {
        if (end == 2)
            return IsVowel(0) && !IsVowel(1);
        return end > 2 && !IsVowel(end - 3) && IsVowel(end - 2) && !IsVowel(end - 1) && letters[end - 1] is not ('w' or 'x' or 'Y');
    }

    // Nearly all suffixes are ruled out by their last letter.
    private readonly bool Ends(string suffix) => letters[length - 1] == suffix[^1] && Word.EndsWith(suffix, StringComparison.Ordinal);

    private readonly bool In(int region, string suffix) => length - suffix.Length >= region;

    private void Cut(int letterCount) => length -= letterCount;

    private void Replace(string suffix, string by)
    {
        Cut(suffix.Length);
        by.CopyTo(letters[length..]);
        length += by.Length;
    }

    // Step 1a.
    private void Plural()
    {
        if (Ends("sses"))
            Cut(2);
        else if (Ends("ied") || Ends("ies"))
            Cut(length > 4 ? 2 : 1);
        else if (Ends("s") && !Ends("us") && !Ends("ss") && HasVowel(length - 2))
            Cut(1);
    }

    // Step 1b.
    private void PastAndGerund()
    {
        foreach (var suffix in StemmerSuffixes.Verbal)
        {
            if (!Ends(suffix))
                continue;
            if (suffix.StartsWith("eed", StringComparison.Ordinal))
            {
                if (In(r1, suffix))
                    Replace(suffix, "ee");
            }
            else if (HasVowel(length - suffix.Length))
            {
                Cut(suffix.Length);
                MendAfterCut();
            }

            return;
        }
    }

    private void MendAfterCut()
    {
        if (Ends("at") || Ends("bl") || Ends("iz"))
            Replace("", "e");
        else if (EndsInDouble())
            Cut(1);
        else if (r1 >= length && EndsInShortSyllable(length))
            Replace("", "e");
    }

    private readonly bool EndsInDouble() =>
        length > 1 && letters[length - 1] == letters[length - 2] && "bdfgmnprt".Contains(letters[length - 1], StringComparison.Ordinal);

    // Step 1c.
    private readonly void FinalY()
    {
        if (length > 2 && letters[length - 1] is 'y' or 'Y' && !IsVowel(length - 2))
            letters[length - 1] = 'i';
    }

    // Step 2. Longest suffix first.
    private void DoubleSuffix()
    {
        foreach (var (suffix, by) in StemmerSuffixes.Double)
        {
            if (!Ends(suffix))
                continue;
            if (In(r1, suffix) && AllowsDouble(suffix))
                Replace(suffix, by);
            return;
        }
    }

    private readonly bool AllowsDouble(string suffix) => suffix switch
    {
        "ogi" => length > 3 && letters[length - 4] == 'l',
        "li" => length > 2 && "cdeghkmnrt".Contains(letters[length - 3], StringComparison.Ordinal),
        _ => true,
    };

    // Step 3.
    private void SingleSuffix()
    {
        foreach (var (suffix, by) in StemmerSuffixes.Single)
        {
            if (!Ends(suffix))
                continue;
            if (In(suffix == "ative" ? r2 : r1, suffix))
                Replace(suffix, by);
            return;
        }
    }

    // Step 4.
    private void LatinSuffix()
    {
        foreach (var suffix in StemmerSuffixes.Latin)
        {
            if (!Ends(suffix))
                continue;
            if (In(r2, suffix) && (suffix != "ion" || (length > 3 && letters[length - 4] is 's' or 't')))
                Cut(suffix.Length);
            return;
        }
    }

    // Step 5.
    private void FinalEOrL()
    {
        if (Ends("e"))
        {
            if (In(r2, "e") || (In(r1, "e") && !EndsInShortSyllable(length - 1)))
                Cut(1);
        }
        else if (Ends("ll") && In(r2, "l"))
        {
            Cut(1);
        }
    }
}
