using PostmortemInsights.Classifying;

namespace PostmortemInsights.Tests.Classifying;

public sealed class RolesTests
{
    [Theory]
    [InlineData("The outage was caused by a misconfigured pool", "pool", "Cause")]
    [InlineData("A misconfigured pool led to overload", "pool", "Cause")]
    [InlineData("A misconfigured pool led to overload", "overload", "Effect")]
    [InlineData("The pool ran dry during maintenance", "maintenance", "Occasion")]
    [InlineData("The pool ran dry", "pool", "Plain")]
    [InlineData("It led to overload. The pool was replaced", "pool", "Plain")]
    public void A_sentence_tells_cause_effect_and_occasion_apart(string text, string word, string role)
    {
        var stems = new Stems();
        var roles = new Roles(stems);
        var words = Words.Read(text, 0, text.Length, stems.Find);
        var place = words.FindIndex(w => text[w.Start..w.End] == word);
        Assert.Equal(role, roles.Of(words)[place].ToString());
    }
}
