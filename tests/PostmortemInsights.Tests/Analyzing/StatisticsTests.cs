using FsCheck;
using FsCheck.Fluent;
using PostmortemInsights.Analyzing.Statistics;

namespace PostmortemInsights.Tests.Analyzing;

public class StatisticsTests
{
    [Theory]
    [InlineData(0.5, 2.5)]
    [InlineData(0.9, 3.7)]
    [InlineData(0.0, 1.0)]
    [InlineData(1.0, 4.0)]
    public void Quantiles_are_those_of_R_type_7(double p, double expected) =>
        Assert.Equal(expected, Quantile.Of([1, 2, 3, 4], p), 12);

    [Fact]
    public void A_resample_that_is_told_by_counts_has_the_quantiles_of_its_values() => Prop.ForAll(
        Gen.Choose(1, 40).SelectMany(static n => Gen.Choose(0, n - 1).ArrayOf(n)).ToArbitrary(),
        Gen.Choose(0, 20).Select(static twentieths => twentieths / 20.0).ToArbitrary(),
        static (drawn, p) =>
        {
            double[] values = [.. Enumerable.Range(0, drawn.Length).Select(static i => i * i)];
            int[] counts = [.. Enumerable.Range(0, drawn.Length).Select(i => drawn.Count(d => d == i))];
            double[] resample = [.. drawn.Order().Select(i => values[i])];
            return Quantile.Of(values, counts, p).Equals(Quantile.Of(resample, p));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0.5, 5, false)]
    [InlineData(0.5, 6, true)]
    [InlineData(0.9, 28, false)]
    [InlineData(0.9, 29, true)]
    public void An_interval_is_given_only_where_the_data_can_reach_95_percent(double p, int n, bool expected) =>
        Assert.Equal(expected, Quantile.CanBeBounded(p, n));

    [Fact]
    public void The_generator_gives_the_published_numbers()
    {
        var random = new SplitMix64(1234567);
        Assert.Equal([6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL], [random.Next(), random.Next(), random.Next()]);
    }

    [Fact]
    public void One_long_outage_does_not_carry_off_the_geometric_mean() =>
        Assert.Equal(100, GeometricMean.Of([10, 10, 10, 10, 1_000_000]), 8);

    [Fact]
    public void Less_than_a_minute_counts_as_one_in_the_geometric_mean() => Assert.Equal(2, GeometricMean.Of([0, 4]), 12);

    [Fact]
    public void The_interval_of_the_median_is_that_of_the_order_statistics()
    {
        double[] minutes = [.. Enumerable.Range(1, 101).Select(static i => (double)i)];
        var (median, _, _) = Bootstrap.Estimates(minutes);
        Assert.Equal(51, median.Value);
        Assert.InRange(median.Low!.Value, 38, 44);
        Assert.InRange(median.High!.Value, 58, 64);
    }

    [Fact]
    public void Intervals_hold_their_figure_and_lie_within_the_data() => Prop.ForAll(
        Gen.Choose(0, 10_000).Select(static i => i / 7.0).ArrayOf(40).ToArbitrary(),
        static minutes =>
        {
            Array.Sort(minutes);
            var (median, ninetieth, mean) = Bootstrap.Estimates(minutes);
            return new[] { median, ninetieth }.All(e => minutes[0] <= e.Low && e.Low <= e.High && e.High <= minutes[^1])
                && mean.Low <= mean.Value && mean.Value <= mean.High;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Few_values_get_no_interval()
    {
        var (median, ninetieth, mean) = Bootstrap.Estimates([1, 2, 3, 4, 5]);
        Assert.All([median, ninetieth, mean], static e => Assert.True(e is { Low: null, High: null }));
    }

    [Fact]
    public void The_permutation_test_agrees_with_counting_all_arrangements()
    {
        // Of the 20 ways to choose 3 of 6, the observed one and its mirror are the only ones so far apart: 2 / 20.
        var p = PermutationTest.PValue([1, 2, 4], [100, 200, 400]);
        Assert.Equal(0.1, p, 0.02);
    }

    [Fact]
    public void Groups_that_are_alike_are_not_told_apart() => Assert.True(PermutationTest.PValue([10, 20, 30, 40], [11, 19, 31, 39]) > 0.5);

    [Fact]
    public void A_detectable_change_shrinks_with_the_number_of_values()
    {
        double[] few = [10, 30, 90];
        double[] many = [.. Enumerable.Repeat(few, 20).SelectMany(static x => x)];
        var (wide, narrow) = (DetectableChange.Factor(few, few), DetectableChange.Factor(many, many));

        // s = ln 3, n = 3: exp(2.8016 · 1.0986 · √(2/3)).
        Assert.Equal(12.34, wide!.Value, 0.01);
        Assert.InRange(narrow!.Value, 1.5, 1.7);
        Assert.Null(DetectableChange.Factor([10], few));
    }

    [Theory]
    [InlineData(0, 10, 0.0, 0.2775)]
    [InlineData(5, 10, 0.2366, 0.7634)]
    [InlineData(10, 10, 0.7225, 1.0)]
    public void Shares_have_the_interval_of_Wilson(int count, int of, double low, double high)
    {
        var share = new Share(count, of);
        Assert.Equal(low, share.Low!.Value, 4);
        Assert.Equal(high, share.High!.Value, 4);
    }

    [Fact]
    public void A_share_of_none_is_not_known() => Assert.True(new Share(0, 0) is { Value: null, Low: null, High: null });

    [Theory]
    [InlineData(0, 0, 1.0)]
    [InlineData(0, 6, 0.0313)]
    [InlineData(7, 9, 0.8036)]
    [InlineData(40_000, 60_000, 0.0)]
    public void Counts_are_compared_by_the_exact_test(int before, int after, double expected) =>
        Assert.Equal(expected, CountTest.PValue(before, after), 4);
}
