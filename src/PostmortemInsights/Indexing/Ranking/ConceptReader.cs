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
        var tokens = Analyzer.Query(text).Where(token => IsUsed(token.Kind, model)).ToList();
        var identifiers = tokens.Where(token => token.Kind == TokenKind.Identifier).ToList();
        var groups = tokens.GroupBy(token => Whole(token, identifiers)).OrderBy(group => group.Key.Start).ThenBy(group => group.Key.End);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var concepts = ImmutableArray.CreateBuilder<QueryConcept>();
        foreach (var group in groups)
        {
            var word = text[group.Key.Start..group.Key.End];
            var respelled = Respelled(group, model, statistics);
            var terms = group.Select(token => new WeightedTerm(token.Term, WeightOf(token, word, model)))
                .Concat(respelled.SelectMany(stem => WithSynonyms(stem, model)))
                .Where(term => seen.Add(term.Term)).ToImmutableArray();
            if (terms.Length > 0)
                concepts.Add(new QueryConcept(word, terms, null, respelled));
        }

        return concepts.ToImmutable();
    }

    private static bool IsUsed(TokenKind kind, RankingModel model) => kind switch
    {
        TokenKind.Stop => false,
        TokenKind.Concept or TokenKind.WiderConcept => model.UseSynonyms,
        _ => true,
    };

    // The parts of an identifier belong to its concept, so that MaxVolumeCount is not four words.
    private static Stretch Whole(Token token, List<Token> identifiers)
    {
        foreach (var identifier in identifiers)
        {
            if (identifier.Start <= token.Start && token.End <= identifier.End)
                return new Stretch(identifier.Start, identifier.End);
        }

        return new Stretch(token.Start, token.End);
    }

    private static double WeightOf(Token token, string word, RankingModel model)
    {
        if (token.Kind == TokenKind.Part || (token.Kind == TokenKind.Word && token.End - token.Start < word.Length))
            return PartWeight;
        return model.UseWeakWords && token.Kind == TokenKind.Word && WeakWords.Contains(word) ? WeakWeight : 1;
    }

    private static ImmutableArray<string> Respelled(IEnumerable<Token> tokens, RankingModel model, ITermStatistics? statistics)
    {
        if (!model.UseSpelling || statistics is null || tokens.Any(token => token.Kind != TokenKind.Word || statistics.DocumentsWith(token.Term) > 0))
            return [];
        return [.. tokens.SelectMany(token => Spelling.Like(token.Term, statistics))];
    }

    private static IEnumerable<WeightedTerm> WithSynonyms(string stem, RankingModel model) =>
        (model.UseSynonyms ? Thesaurus.Default.ConceptsOfWord(stem).Prepend(stem) : [stem]).Select(static term => new WeightedTerm(term, SpellingWeight));

    private sealed record Stretch(int Start, int End);
}
