using PostmortemInsights.Indexing.Words;

namespace PostmortemInsights.Tests.Indexing;

public sealed class ThesaurusTests
{
    private static readonly string[] Lines = [.. EmbeddedText.Lines("Indexing/thesaurus.txt")];
    private static readonly string[][] Groups = [.. Lines.Where(line => !line.Contains("=>", StringComparison.Ordinal)).Select(line => line.Split(',', StringSplitOptions.TrimEntries))];

    [Fact]
    public void Has_at_least_four_hundred_groups() => Assert.True(Groups.Length >= 400, $"{Groups.Length} groups");

    [Fact]
    public void A_group_has_at_least_two_terms_and_none_twice() =>
        Assert.All(Groups, group => Assert.True(group.Length >= 2 && group.Distinct(StringComparer.Ordinal).Count() == group.Length, string.Join(", ", group)));

    [Fact]
    public void Groups_are_named_apart_by_their_first_terms() =>
        Assert.Empty(Groups.GroupBy(group => group[0], StringComparer.Ordinal).Where(name => name.Count() > 1).Select(name => name.Key));

    [Fact]
    public void Terms_are_in_lower_case_and_not_empty() =>
        Assert.All(Groups.SelectMany(group => group), term => Assert.True(term.Length > 0 && !term.Any(char.IsUpper), $"'{term}'"));

    // "After a while" would be "after".
    [Fact]
    public void Phrases_are_still_phrases_without_their_stop_words() => Assert.All(
        Groups.SelectMany(group => group).Where(term => term.Contains(' ', StringComparison.Ordinal)),
        term => Assert.True(Analyzer.Document(term, 0, term.Length).Count(CountsInPhrases) >= 2, $"'{term}'"));

    [Fact]
    public void Every_term_leads_to_its_group() => Assert.All(Groups, group => Assert.All(group, term =>
        Assert.True(Analyzer.Document(term, 0, term.Length).Any(token => token.Term == "#" + group[0]), $"'{term}' does not give '{group[0]}'")));

    [Fact]
    public void Directed_lines_lead_one_way_only()
    {
        Assert.Contains(Analyzer.Query("redis"), token => token is { Kind: TokenKind.WiderConcept, Term: "#cache" });
        Assert.DoesNotContain(Analyzer.Query("cache"), token => token.Term.Contains("redis", StringComparison.Ordinal));
        Assert.DoesNotContain(Analyzer.Document("redis", 0, 5), token => token.Term == "#cache");
    }

    [Fact]
    public void Directed_lines_have_two_sides() =>
        Assert.All(Lines.Where(line => line.Contains("=>", StringComparison.Ordinal)), line => Assert.Equal(2, line.Split("=>", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Length));

    private static bool CountsInPhrases(Token token) =>
        token.Kind is TokenKind.Word or TokenKind.Identifier || (token.Kind == TokenKind.Stop && StopWords.CountsInPhrases(token.Term));
}
