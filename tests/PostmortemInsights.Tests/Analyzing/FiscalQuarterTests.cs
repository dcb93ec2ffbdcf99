using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using PostmortemInsights.Analyzing;

namespace PostmortemInsights.Tests.Analyzing;

public class FiscalQuarterTests
{
    [Theory]
    [InlineData("2024-03-31", 1, "2024-Q1")]
    [InlineData("2024-04-01", 1, "2024-Q2")]
    [InlineData("2023-10-01", 10, "FY2024-Q1")]
    [InlineData("2024-09-30", 10, "FY2024-Q4")]
    [InlineData("2024-01-31", 2, "FY2024-Q4")]
    [InlineData("2024-02-01", 2, "FY2025-Q1")]
    public void A_fiscal_year_is_named_for_the_calendar_year_in_which_it_ends(string day, int yearStarts, string expected) =>
        Assert.Equal(expected, FiscalQuarter.Of(Day(day), yearStarts).ToString());

    [Fact]
    public void Every_day_lies_in_its_quarter_and_quarters_follow_one_another() => Prop.ForAll(
        Gen.Choose(0, 40_000).Zip(Gen.Choose(1, 12)).ToArbitrary(),
        static x =>
        {
            var day = new LocalDate(1950, 1, 1).PlusDays(x.Item1);
            var quarter = FiscalQuarter.Of(day, x.Item2);
            return quarter.First <= day && day <= quarter.Last
                && quarter.Next.First == quarter.Last.PlusDays(1)
                && quarter.Next.Previous == quarter
                && FiscalQuarter.Parse(quarter.ToString(), x.Item2) == quarter;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2024Q3")]
    [InlineData("fy2024-q3")]
    public void Usual_spellings_are_read(string text) => Assert.Equal(new FiscalQuarter(2024, 3, 1), FiscalQuarter.Parse(text));

    [Theory]
    [InlineData("2024")]
    [InlineData("2024-Q5")]
    [InlineData("Q2 2024")]
    public void Anything_else_is_refused_with_an_example(string text)
    {
        var error = Assert.Throws<FormatException>(() => FiscalQuarter.Parse(text));
        Assert.Equal($"'{text}' is no quarter: write it like 2024-Q2.", error.Message);
    }

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
