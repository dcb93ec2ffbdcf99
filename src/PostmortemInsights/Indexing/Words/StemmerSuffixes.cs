namespace PostmortemInsights.Indexing.Words;

/// <summary>The suffix tables of Porter2's steps, longest first so that the first that fits is the one meant.</summary>
internal static class StemmerSuffixes
{
    /// <summary>Beginnings that the first region starts after.</summary>
    public static readonly string[] Prefixes = ["gener", "commun", "arsen"];

    public static readonly string[] Verbal = ["eedly", "ingly", "edly", "eed", "ing", "ed"];

    public static readonly (string Suffix, string By)[] Double =
    [
        ("ational", "ate"), ("ization", "ize"), ("fulness", "ful"), ("ousness", "ous"), ("iveness", "ive"),
        ("tional", "tion"), ("biliti", "ble"), ("lessli", "less"),
        ("ation", "ate"), ("alism", "al"), ("aliti", "al"), ("ousli", "ous"), ("iviti", "ive"), ("fulli", "ful"), ("entli", "ent"),
        ("enci", "ence"), ("anci", "ance"), ("abli", "able"), ("izer", "ize"), ("ator", "ate"), ("alli", "al"),
        ("bli", "ble"), ("ogi", "og"), ("li", ""),
    ];

    public static readonly (string Suffix, string By)[] Single =
    [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ative", ""),
        ("ical", "ic"), ("ness", ""), ("ful", ""),
    ];

    public static readonly string[] Latin =
    [
        "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion", "al", "er", "ic",
    ];
}
