using System.Collections.Immutable;
using PostmortemInsights.Indexing.Words;

namespace PostmortemInsights.Indexing.Ranking;

/// <summary>Reads the concepts of a free text: its words and phrases with their synonyms.</summary>
public static class ConceptReader
{
    // A word such as "gives" or "seems" tells half of what its rarity says; so does a part of an identifier.
    private const double WeakWeight = 0.5;
    private const double PartWeight = 0.5;
    private const double SpellingWeight = 0.7;

    /// <summary>The concepts of a text, in its order.</summary>
    /// <param name="text">The words as typed.</param>
    /// <param name="model">Which means are used.</param>
    /// <param name="statistics">The collection, for words that it does not have; null leaves the spelling alone.</param>
    public static ImmutableArray<QueryConcept> Read(string text, RankingModel model, ITermStatistics? statistics = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(model);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var concepts = ImmutableArray.CreateBuilder<QueryConcept>();
        foreach (var (stretch, tokens) in Words(Analyzer.Query(text), model))
        {
            var word = text[stretch.Start..stretch.End];
            var respelled = Respelled(tokens, model, statistics);
            var terms = tokens.ConvertAll(token => new WeightedTerm(token.Term, WeightOf(token, word, model)));
            foreach (var stem in respelled)
                terms.AddRange(WithSynonyms(stem, model));
            terms.RemoveAll(term => !seen.Add(term.Term));
            if (terms.Count > 0)
                concepts.Add(new QueryConcept(word, [.. terms], null, respelled));
        }

        return concepts.ToImmutable();
    }

    // In the order of the text.
    private static List<QueryWord> Words(List<Token> tokens, RankingModel model)
    {
        var identifiers = new List<Stretch>();
        foreach (var token in tokens)
        {
            if (token.Kind == TokenKind.Identifier)
                identifiers.Add(new Stretch(token.Start, token.End));
        }

        var words = new List<QueryWord>();
        foreach (var token in tokens)
        {
            if (!IsUsed(token.Kind, model))
                continue;
            var whole = Whole(token, identifiers);
            var at = words.FindLastIndex(word => !whole.IsBefore(word.Stretch));
            if (at < 0 || words[at].Stretch != whole)
                words.Insert(++at, new QueryWord(whole, new List<Token>(capacity: 2)));
            words[at].Tokens.Add(token);
        }

        return words;
    }

    private static bool IsUsed(TokenKind kind, RankingModel model) => kind switch
    {
        TokenKind.Stop => false,
        TokenKind.Concept or TokenKind.WiderConcept => model.UseSynonyms,
        _ => true,
    };

    // The parts of an identifier belong to its concept, so that MaxVolumeCount is not four words.
    private static Stretch Whole(Token token, List<Stretch> identifiers) =>
        identifiers.Find(identifier => identifier.Start <= token.Start && token.End <= identifier.End) ?? new Stretch(token.Start, token.End);

    private static double WeightOf(Token token, string word, RankingModel model)
    {
        if (token.Kind == TokenKind.Part || (token.Kind == TokenKind.Word && token.End - token.Start < word.Length))
            return PartWeight;
        return model.UseWeakWords && token.Kind == TokenKind.Word && WeakWords.Contains(word) ? WeakWeight : 1;
    }

    private static ImmutableArray<string> Respelled(List<Token> tokens, RankingModel model, ITermStatistics? statistics)
    {
        if (!model.UseSpelling || statistics is null || tokens.Exists(token => token.Kind != TokenKind.Word || statistics.DocumentsWith(token.Term) > 0))
            return [];
        return [.. tokens.ConvertAll(static token => token.Term).SelectMany(stem => Spelling.Like(stem, statistics))];
    }

    private static IEnumerable<WeightedTerm> WithSynonyms(string stem, RankingModel model) =>
        (model.UseSynonyms ? Thesaurus.Default.ConceptsOfWord(stem).Prepend(stem) : [stem]).Select(static term => new WeightedTerm(term, SpellingWeight));

    private sealed record Stretch(int Start, int End)
    {
        public bool IsBefore(Stretch other) => Start < other.Start || (Start == other.Start && End < other.End);
    }

    private sealed record QueryWord(Stretch Stretch, List<Token> Tokens);
}
