using FsCheck;
using FsCheck.Fluent;
using PostmortemInsights.Classifying;

namespace PostmortemInsights.Tests.Classifying;

public sealed class CalibrationTests
{
    [Fact]
    public void Overconfident_probabilities_are_drawn_in()
    {
        var predictions = Enumerable.Range(0, 100).Select(i => (Raw: i < 50 ? 0.95 : 0.05, Held: i % 10 < 7 == i < 50)).ToList();
        var calibration = Calibration.Fit(predictions);
        Assert.Equal(0.7, calibration.Of(0.95), 1);
        Assert.Equal(0.3, calibration.Of(0.05), 1);
    }

    [Fact]
    public void Whatever_it_is_fitted_to_it_gives_finite_probabilities() =>
        Prop.ForAll<(byte Raw, bool Held)[]>(drawn =>
        {
            var calibration = Calibration.Fit([.. drawn.Select(d => (d.Raw / 255.0, d.Held))]);
            return new[] { 0, 0.3, 1 }.All(p => calibration.Of(p) is >= 0 and <= 1);
        }).QuickCheckThrowOnFailure();
}
