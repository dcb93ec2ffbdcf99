using Microsoft.ML.Data;
using PostmortemInsights.Classifying;

namespace PostmortemInsights.MLNet;

/// <summary>A category of an example, as a row of a table.</summary>
/// <param name="Share">The category's share of the example's target.</param>
/// <param name="Weight">How much the example counts.</param>
/// <param name="Features">The values that belong to the weights of a layout, then one column for each example, which is 0 except in the
/// example's own.</param>
internal sealed record Choice(float Share, float Weight, VBuffer<float> Features)
{
    // A penalty falls on the weights of the examples' columns too; at this scale it is a hundredth of what it is elsewhere.
    private const double ExampleScale = 10;

    /// <summary>Number of features of a set's rows.</summary>
    public static int FeaturesOf(TrainingSet set, WeightLayout layout) => layout.Length + set.Examples.Length;

    /// <summary>A row for each category of each example.</summary>
    public static IEnumerable<Choice> Of(TrainingSet set, WeightLayout layout)
    {
        for (var e = 0; e < set.Examples.Length; e++)
        {
            var example = set.Examples[e];
            var terms = example.Features.Terms.OrderBy(t => t.Term).ToList();
            for (var c = 0; c < set.Categories; c++)
            {
                List<(int Place, double Value)> values = [.. Cues(example.Features, c, layout), .. terms.Select(t => (layout.TermAt(t.Term) + c, t.Value)), (layout.Length + e, ExampleScale)];
                var features = new VBuffer<float>(FeaturesOf(set, layout), values.Count, [.. values.Select(v => (float)v.Value)], [.. values.Select(v => v.Place)]);
                yield return new((float)example.Target[c], (float)example.Weight, features);
            }
        }
    }

    // Each cue twice: for the weight that all categories share, and for the category's own.
    private static IEnumerable<(int Place, double Value)> Cues(FacetFeatures features, int category, WeightLayout layout)
    {
        var cues = features.Cues[category].Select((value, v) => (Place: v, Value: value)).Where(cue => cue.Value != 0).ToList();
        return cues.Concat(cues.Select(cue => (layout.OwnCuesAt(category) + cue.Place, cue.Value * layout.OwnCueScale)));
    }
}
