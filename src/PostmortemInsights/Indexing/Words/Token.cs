namespace PostmortemInsights.Indexing.Words;

/// <summary>An index term with its place.</summary>
/// <param name="Term">The term as indexed.</param>
/// <param name="Position">Number of the word in the text that was analyzed, from 0; parts and synonyms share positions with the words they come from.</param>
/// <param name="Start">Offset of the first character in the text.</param>
/// <param name="End">Offset after the last character.</param>
/// <param name="Kind">How the term came about.</param>
internal readonly record struct Token(string Term, int Position, int Start, int End, TokenKind Kind);

/// <summary>How a term came about.</summary>
internal enum TokenKind
{
    /// <summary>A word, stemmed.</summary>
    Word,

    /// <summary>A word too common to be looked for; it counts inside phrases only and is not indexed.</summary>
    Stop,

    /// <summary>An identifier, path, version, host name or error code, whole and in lower case.</summary>
    Identifier,

    /// <summary>A part of an identifier, or the joined form of a hyphenated word.</summary>
    Part,

    /// <summary>A thesaurus group that a word or phrase belongs to: <c>#</c> and the group's name.</summary>
    Concept,

    /// <summary>A group that a directed line of the thesaurus leads to; in queries only.</summary>
    WiderConcept,
}
