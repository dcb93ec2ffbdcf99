using System.Collections.Immutable;
using System.Globalization;
using PostmortemInsights.Analyzing.Statistics;
using PostmortemInsights.Classifying;

namespace PostmortemInsights.Reporting.Pages;

/// <summary>An evaluation of the classifiers as a page, in a fixed order.</summary>
internal static class EvaluationPage
{
    public static Page Of(Evaluation evaluation) => new(
        "How well the classifiers do",
        [
            $"{Figures.Count(evaluation.Documents, "labelled document")}, each classified by a {evaluation.Trainer} classifier that was trained "
                + $"without its part of the {evaluation.Folds}: nothing is judged by what it was trained on.",
        ],
        [.. evaluation.Facets.SelectMany(Sections)]);

    private static IEnumerable<Section> Sections(FacetEvaluation facet)
    {
        var name = facet.Facet.ToString();
        yield return new Section($"{name}: category by category", new Paragraph(Summary(facet)), Scores(facet));
        yield return new Section($"{name}: what was taken for what", Confusion(facet));
        yield return new Section($"{name}: what the probabilities are worth", Calibration(facet.Calibration));
    }

    private static string Summary(FacetEvaluation facet) =>
        $"The first label is right in {Figures.Of(new Share(facet.FirstRight, facet.Documents))}. Always saying {facet.Baseline.Category}, the most usual one, "
        + $"would be right in {Figures.Of(new Share(facet.Baseline.FirstRight, facet.Documents))}, with micro F1 {Ratio(facet.Baseline.MicroF1)} and macro F1 {Ratio(facet.Baseline.MacroF1)}.";

    private static Table Scores(FacetEvaluation facet) => new(
        "Labelled: documents that a reader gave it. Given: documents that the classifier gave it. Right: both.",
        ["category", Column.Figure("labelled"), Column.Figure("given"), Column.Figure("right"), Column.Figure("precision"), Column.Figure("recall"), Column.Figure("F1")],
        [
            .. facet.Categories.Select(ScoreRow),
            ScoreRow(facet.Micro),
            new Row("macro", "", "", "", "", "", Ratio(facet.MacroF1)),
        ]);

    private static Row ScoreRow(CategoryScore score) => new(
        score.Id, Figures.Count(score.Labelled), Figures.Count(score.Given), Figures.Count(score.Right), Ratio(score.Precision), Ratio(score.Recall), Ratio(score.F1));

    private static Table Confusion(FacetEvaluation facet)
    {
        ImmutableArray<string> names = [.. facet.Categories.Select(static category => category.Id), "no label"];
        return new Table(
            "First labels: a row is what a reader said, a column what was given, in the same order.",
            ["reader said", .. names.Select(static (_, at) => Column.Figure(Number(at + 1)))],
            [.. names.Select((name, at) => new Row([$"{at + 1} {name}", .. facet.Confusion[at].Select(static count => (Cell)(count == 0 ? "·" : Figures.Count(count)))]))]);
    }

    private static Table Calibration(CalibrationScore calibration) => new(
        $"Expected calibration error {calibration.ExpectedError.ToString("0.000", CultureInfo.InvariantCulture)} over {Figures.Count(calibration.Bins.Sum(static bin => bin.Labels), "given label")}.",
        ["probability", Column.Figure("labels"), Column.Figure("mean"), Column.Figure("right")],
        [
            .. calibration.Bins.Select(static bin => new Row(
                $"{Ratio(bin.From)} to {Ratio(bin.To)}", Figures.Count(bin.Labels), Ratio(bin.MeanProbability), Figures.Of(new Share(bin.Right, bin.Labels)))),
        ]);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Ratio(double? value) => value?.ToString("0.00", CultureInfo.InvariantCulture) ?? Figures.None;
}
