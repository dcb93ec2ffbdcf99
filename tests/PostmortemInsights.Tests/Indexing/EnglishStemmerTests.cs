using PostmortemInsights.Indexing.Words;

namespace PostmortemInsights.Tests.Indexing;

public sealed class EnglishStemmerTests
{
    // Pairs from the sample vocabulary of the algorithm's description, at least one for each step.
    [Theory]
    [InlineData("caresses", "caress")]
    [InlineData("ties", "tie")]
    [InlineData("cries", "cri")]
    [InlineData("gas", "gas")]
    [InlineData("gaps", "gap")]
    [InlineData("kiwis", "kiwi")]
    [InlineData("skies", "sky")]
    [InlineData("dying", "die")]
    [InlineData("news", "news")]
    [InlineData("exceeds", "exceed")]
    [InlineData("agreed", "agre")]
    [InlineData("feed", "feed")]
    [InlineData("luxuriated", "luxuri")]
    [InlineData("hopping", "hop")]
    [InlineData("hoping", "hope")]
    [InlineData("hopedly", "hope")]
    [InlineData("consigning", "consign")]
    [InlineData("cry", "cri")]
    [InlineData("by", "by")]
    [InlineData("say", "say")]
    [InlineData("relational", "relat")]
    [InlineData("conditional", "condit")]
    [InlineData("consistency", "consist")]
    [InlineData("conspicuously", "conspicu")]
    [InlineData("generously", "generous")]
    [InlineData("knightly", "knight")]
    [InlineData("apologies", "apolog")]
    [InlineData("hopefulness", "hope")]
    [InlineData("communication", "communic")]
    [InlineData("electrical", "electr")]
    [InlineData("formative", "format")]
    [InlineData("adjustment", "adjust")]
    [InlineData("adoption", "adopt")]
    [InlineData("controllable", "control")]
    [InlineData("rate", "rate")]
    [InlineData("consolation", "consol")]
    [InlineData("knock", "knock")]
    [InlineData("yelled", "yell")]
    [InlineData("youthful", "youth")]
    public void Stems_as_snowball_does(string word, string stem) => Assert.Equal(stem, EnglishStemmer.Stem(word));

    [Theory]
    [InlineData("deploy", "deploys", "deployed", "deploying", "deployment", "deployments")]
    [InlineData("timeout", "timeouts")]
    [InlineData("migrate", "migrated", "migrating", "migration", "migrations")]
    [InlineData("overloaded", "overload", "overloads", "overloading")]
    public void Forms_of_a_word_share_a_stem(params string[] forms) => Assert.Single(forms.Select(EnglishStemmer.Stem).Distinct());
}
