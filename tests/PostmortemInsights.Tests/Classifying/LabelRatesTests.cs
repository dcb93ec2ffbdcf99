using System.Collections.Immutable;
using PostmortemInsights.Classifying;

namespace PostmortemInsights.Tests.Classifying;

public class LabelRatesTests
{
    private static readonly ImmutableArray<Category> Causes = Taxonomy.Default.Causes;

    [Theory]
    [InlineData(Facet.Causes)]
    [InlineData(Facet.Components)]
    [InlineData(Facet.Triggers)]
    public void Each_category_has_a_rate(Facet facet) =>
        Assert.Equal(
            Taxonomy.Default[facet].Select(c => c.Id),
            EmbeddedText.Sections("Classifying/rates.txt")[facet.ToString().ToLowerInvariant()].Select(static line => line.Split(' ')[0]));

    [Fact]
    public void What_real_reports_have_more_often_counts_more_within_bounds()
    {
        var weights = Weights([["configuration"], ["configuration", "network"], .. Enumerable.Repeat<ImmutableArray<string>>(["network"], 10)]);

        Assert.Equal([2, 1.25, 0.5], weights.Take(3));
    }

    [Fact]
    public void A_category_that_a_team_has_added_and_a_text_without_labels_count_once()
    {
        var own = new Category("gremlins", "", [], [], null);

        Assert.Equal([1, 1], LabelRates.AtLarge(Facet.Causes).Weights([.. Causes, own], [["gremlins"], []]));
    }

    [Fact]
    public void A_renamed_category_is_as_frequent_as_before()
    {
        var renamed = Causes.Replace(Causes[0], Causes[0] with { Id = "settings", FormerId = Causes[0].Id });

        Assert.Equal(Weights([[Causes[0].Id], ["network"]]), LabelRates.AtLarge(Facet.Causes).Weights(renamed, [["settings"], ["network"]]));
    }

    private static ImmutableArray<double> Weights(ImmutableArray<ImmutableArray<string>> labels) => LabelRates.AtLarge(Facet.Causes).Weights(Causes, labels);
}
