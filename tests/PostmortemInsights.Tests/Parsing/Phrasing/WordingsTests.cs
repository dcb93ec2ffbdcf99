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
        Assert.Equal(fits, Wordings.Of(["[Kind]", phrase]).AnyIn(TextWords.Terms(sentence)));

    [Fact]
    public void A_gap_stays_in_the_clause_of_terms_but_not_of_words()
    {
        var list = Wordings.Of(["[Kind]", "no .. found"]);
        const string Sentence = "They said no; found it later.";

        Assert.False(list.AnyIn(TextWords.Terms(Sentence)));
        Assert.True(list.AnyIn(TextWords.Of(Sentence)));
    }

    [Fact]
    public void A_not_section_takes_back_what_it_overlaps()
    {
        var list = Wordings.Of(["[Raised]", "escalat*", "[not Raised]", "not escalat*"]);

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
        var list = Wordings.Of(["<us> = nurse|clerk", "<us> = porter", "[Kind]", "<us> rang|phoned"]);

        Assert.Equal(fits, list.AnyIn(TextWords.Terms(sentence)));
    }

    [Fact]
    public void Wordings_come_in_the_order_of_their_beginnings_and_each_once()
    {
        var list = Wordings.Of(["[Short]", "breakdown", "[Long]", "we .. breakdown"]);

        var found = list.In(TextWords.Terms("Then we had a breakdown, a breakdown of pumps."));

        Assert.Equal([("Long", 1, 5), ("Short", 4, 5), ("Short", 6, 7)], found.Select(static w => (w.Kind, w.First, w.End)));
    }

    [Fact]
    public void Each_list_of_a_book_has_its_own_answer()
    {
        string[][] lists = [["[Wet]", "heavy rain", "[not Wet]", "no ..1 rain"], ["[Wet]", "rain"]];
        var book = new PhraseBook(lists, new Lexicon(lists.SelectMany(static lines => lines)));
        var words = TextWords.Terms("There was no heavy rain.");

        Assert.Empty(book.Lists[0].In(words));
        Assert.Equal(4, Assert.Single(book.Lists[1].In(words)).First);
    }
}
