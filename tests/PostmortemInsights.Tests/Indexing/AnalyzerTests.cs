using FsCheck;
using FsCheck.Fluent;
using PostmortemInsights.Indexing.Words;

namespace PostmortemInsights.Tests.Indexing;

public sealed class AnalyzerTests
{
    [Theory]
    [InlineData("The servers were restarted", "server restart")]
    [InlineData("See wp-settings.php", "see wp-settings.php wp set php")]
    [InlineData("ECONNREFUSED at 10.0.0.1:5432", "econnrefus 10.0.0.1:5432")]
    [InlineData("upgrade to v1.24.3", "upgrad v1.24.3")]
    [InlineData("db-primary.eu.example.com", "db-primary.eu.example.com db primari eu exampl com")]
    [InlineData("nf_conntrack table", "nf_conntrack nf conntrack tabl")]
    [InlineData("MaxVolumeCount reached", "maxvolumecount max volum count reach")]
    [InlineData("sign-in", "signin sign")]
    [InlineData("502/504 and CPU/RAM", "502 504 cpu ram")]
    [InlineData("the team's load", "team load")]
    [InlineData("naïve Zürich", "naïv zürich")]
    [InlineData("... -- ;;", "")]
    public void Words_are_stemmed_and_identifiers_stay_whole(string text, string terms) =>
        Assert.Equal(terms, string.Join(' ', Analyzer.Document(text, 0, text.Length)
            .Where(token => token.Kind is not (TokenKind.Stop or TokenKind.Concept)).Select(token => token.Term)));

    [Theory]
    [InlineData("requests time out", "timeout")]
    [InlineData("requests timed out", "timeout")]
    [InlineData("the page was not found", "404")]
    [InlineData("it doesn't respond, not responding", "hang")]
    [InlineData("sluggish", "slow")]
    public void Synonyms_and_phrases_become_one_concept(string text, string concept) =>
        Assert.Contains(Analyzer.Document(text, 0, text.Length), token => token.Kind == TokenKind.Concept && token.Term == "#" + concept);

    [Fact]
    public void Every_token_stands_where_it_says()
    {
        Prop.ForAll<string?>(text => Analyzer.Query(text ?? "").All(token =>
            token.Start >= 0 && token.Start < token.End && token.End <= text!.Length && token.Term.Length > 0)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Parts_of_an_identifier_stand_inside_it()
    {
        var tokens = Analyzer.Document("open conf.d/site.conf now", 0, 25);
        var whole = tokens.Single(token => token.Kind == TokenKind.Identifier);
        Assert.Equal("conf.d/site.conf", whole.Term);
        Assert.All(tokens.Where(token => token.Kind == TokenKind.Part), part => Assert.InRange(part.Start, whole.Start, whole.End));
    }
}
