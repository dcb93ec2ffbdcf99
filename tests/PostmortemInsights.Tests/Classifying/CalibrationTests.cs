using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using PostmortemInsights.Classifying;

namespace PostmortemInsights.Tests.Classifying;

public sealed class CalibrationTests
{
    [Fact]
    public void Overconfident_first_labels_are_drawn_in()
    {
        var calibration = Calibration.None(-1).Fit([.. Enumerable.Range(0, 100).Select(i => Text([0.95, 0.05], c => c == (i % 10 < 7 ? 0 : 1)))]);
        Assert.Equal(0.7, calibration.AsFirst([0.95, 0.05])[0], 1);
    }

    [Fact]
    public void A_further_label_is_as_probable_as_it_held_whatever_the_first_leaves_it()
    {
        var calibration = Calibration.None(-1).Fit([.. Enumerable.Range(0, 200).Select(i => Text([0.9, 0.09, 0.01], c => c == 0 || (c == 1 && i % 10 < 8)))]);
        var candidates = calibration.Candidates([0.9, 0.09, 0.01], Features(3));
        Assert.Equal([0, 1, 2], candidates.Select(c => c.Category));
        Assert.Equal(0.8, candidates[1].Probability, 1);
    }

    [Fact]
    public void Of_two_candidates_that_the_model_leaves_the_same_the_one_whose_cues_the_text_has_comes_first()
    {
        var texts = Enumerable.Range(0, 100).Select(i => Text([0.6, 0.2, 0.2], c => c == 0 || c == 1 + (i % 2), strong: 1 + (i % 2)));
        var calibration = Calibration.None(-1).Fit([.. texts]);
        Assert.Equal(2, calibration.Candidates([0.6, 0.2, 0.2], Features(3, strong: 2))[1].Category);
        Assert.Equal(1, calibration.Candidates([0.6, 0.2, 0.2], Features(3, strong: 1))[1].Category);
    }

    [Fact]
    public void Unknown_is_calibrated_apart()
    {
        var texts = Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? Text([0.7, 0.3], c => c == 0) : Text([0.3, 0.7], c => c == (i % 4 == 1 ? 1 : 0)));
        var calibration = Calibration.None(1).Fit([.. texts]);
        Assert.True(calibration.AsFirst([0.7, 0.3])[0] > 0.9);
        Assert.Equal(0.5, calibration.AsFirst([0.3, 0.7])[1], 1);
    }

    [Fact]
    public void Whatever_it_is_fitted_to_it_gives_probabilities() =>
        Prop.ForAll<(byte Raw, bool Held)[]>(drawn =>
        {
            var calibration = Calibration.None(-1).Fit([.. drawn.Select(d => Text([d.Raw / 255.0, 1 - (d.Raw / 255.0)], c => d.Held == (c == 0)))]);
            return new[] { 0, 0.3, 1 }.All(p => calibration.Candidates([p, 1 - p], Features(2)).All(c => c.Probability is >= 0 and <= 1));
        }).QuickCheckThrowOnFailure();

    private static HeldOutText Text(double[] raw, Func<int, bool> holds, int strong = -1) => new(raw, Features(raw.Length, strong), holds);

    private static FacetFeatures Features(int categories, int strong = -1) => new(
        [.. Enumerable.Range(0, categories).Select(c => Enumerable.Repeat(c == strong ? 1.0 : 0.0, FeatureReader.CueFeatures).ToImmutableArray())], []);
}
