using PostmortemInsights.Parsing.Phrasing;

namespace PostmortemInsights.Tests.Parsing.Phrasing;

public sealed class WordingsTests
{
    [Theory]
    [InlineData("no issue|issues found", "There were no issues found today.", true)]
    [InlineData("no issue|issues found", "There were no bad issues found.", false)]
    [InlineData("no .. found", "They saw no trace of it found anywhere.", true)]
    [InlineData("no ..1 found", "They saw no trace of it found anywhere.", false)]
    [InlineData("no .. found", "They said no; found it later.", false)]
    [InlineData("investigat*", "The INVESTIGATION began.", true)]
    [InlineData("did not really? help", "It did not help.", true)]
    [InlineData("didn't help", "It didn’t help.", true)]
    [InlineData("rain", "Trains are late.", false)]
    [InlineData("woke ..1 ^", "We woke old Oskar.", true)]
    [InlineData("woke ..1 ^", "We woke the VM.", false)]
    [InlineData("woke ..1 ^", "We woke it up.", false)]
    public void A_phrase_fits(string phrase, string sentence, bool fits) =>
        Assert.Equal(fits, new Wordings(["[Kind]", phrase]).AnyIn(TextWords.Terms(sentence)));

    [Fact]
    public void A_gap_stays_in_the_clause_of_terms_but_not_of_words()
    {
        var list = new Wordings(["[Kind]", "no .. found"]);
        const string Sentence = "They said no; found it later.";

        Assert.False(list.AnyIn(TextWords.Terms(Sentence)));
        Assert.True(list.AnyIn(TextWords.Of(Sentence)));
    }

    [Fact]
    public void A_not_section_takes_back_what_it_overlaps()
    {
        var list = new Wordings(["[Raised]", "escalat*", "[not Raised]", "not escalat*"]);

        Assert.Empty(list.In(TextWords.Terms("It was not escalated.")));
        var found = Assert.Single(list.In(TextWords.Terms("It was not escalated at first, then it was escalated.")));
        Assert.Equal("Raised", found.Kind);
    }

    [Theory]
    [InlineData("The night nurse rang us.", true)]
    [InlineData("A clerk rang us.", true)]
    [InlineData("A porter phoned us.", true)]
    [InlineData("A stranger rang us.", false)]
    public void A_group_stands_for_its_words(string sentence, bool fits)
    {
        var list = new Wordings(["<us> = nurse|clerk", "<us> = porter", "[Kind]", "<us> rang|phoned"]);

        Assert.Equal(fits, list.AnyIn(TextWords.Terms(sentence)));
    }
}
