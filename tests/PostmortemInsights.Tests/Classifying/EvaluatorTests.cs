using PostmortemInsights.Classifying;

namespace PostmortemInsights.Tests.Classifying;

public sealed class EvaluatorTests
{
    [Fact]
    public void Every_document_is_counted_once_whatever_the_order()
    {
        var examples = Enumerable.Range(0, 12).Select(i => i % 2 == 0
            ? Postmortem.Labelled($"{i:00}.md", $"The disk was full, {i} times.", "capacity", "storage", "growth")
            : Postmortem.Labelled($"{i:00}.md", $"The certificate had expired, {i} times.", "expiry", "certificate", "expiry")).ToList();
        var evaluation = Evaluator.CrossValidate(examples, Taxonomy.Default);
        var causes = evaluation.Facets[(int)Facet.Causes];
        Assert.Equal(12, causes.Confusion.Sum(row => row.Sum()));
        Assert.Equal((12, 12), (evaluation.Documents, causes.Micro.Labelled));
        Assert.Equal(("capacity", 6), (causes.Baseline.Category, causes.Baseline.FirstRight));
        Assert.Equal(12, causes.FirstRight);
        Assert.Equal(
            evaluation.Facets.SelectMany(f => f.Categories),
            Evaluator.CrossValidate(Enumerable.Reverse(examples), Taxonomy.Default).Facets.SelectMany(f => f.Categories));
    }

    [Fact]
    public void A_document_that_is_always_learned_from_is_not_also_tested_on()
    {
        var examples = Enumerable.Range(0, 6).Select(i =>
            Postmortem.Labelled($"{i}.md", $"Gremlin number {i} came.", i % 2 == 0 ? "capacity" : "expiry", "storage", "growth")).ToList();
        var alone = Evaluator.CrossValidate(examples, Taxonomy.Default);
        var besides = Evaluator.CrossValidate(examples, Taxonomy.Default, always: examples);
        Assert.Equal(alone.Facets[0].Categories, besides.Facets[0].Categories);
    }

    [Fact]
    public void One_document_is_too_few() =>
        Assert.Throws<ArgumentException>(() => Evaluator.CrossValidate([Postmortem.Labelled("a.md", "x", "capacity", "storage", "growth")], Taxonomy.Default));

    [Fact]
    public void Calibration_is_the_mean_gap_between_what_was_said_and_what_held()
    {
        var score = CalibrationScore.Of([(0.9, true), (0.9, true), (0.9, false), (0.9, false), (0.25, false), (1, true)]);
        Assert.Equal([(0.2, 1, 0), (0.9, 5, 3)], score.Bins.Select(b => (b.From, b.Labels, b.Right)));
        Assert.Equal(((5 * (0.92 - 0.6)) + 0.25) / 6, score.ExpectedError, 6);
    }
}
