using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using PostmortemInsights.Classifying;

namespace PostmortemInsights.MLNet;

/// <summary>
/// Multinomial logistic regression with an L2 penalty, by ML.NET. Its multi-class trainers know neither weights that the categories share
/// nor targets of several categories. Its Poisson regression does, when each category of each example is a row, with the category's share
/// of the target for a count and a weight for the example as a whole: both have the same maximum (Baker, The multinomial-Poisson
/// transformation, The Statistician 43, 1994).
/// </summary>
public sealed class MultinomialPoissonTrainer : IClassifierTrainer
{
    private const int Seed = 1;
    private const float Penalty = 0.3f;
    private const double OwnCueScale = 0.5;
    private const float Tolerance = 1e-4f;

    /// <inheritdoc/>
    public string Name => "mlnet";

    /// <inheritdoc/>
    public LinearWeights Train(TrainingSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        var layout = WeightLayout.For(set, OwnCueScale);
        return layout.Read(set.Examples.IsEmpty ? [.. new double[layout.Length]] : [.. Fit(set, layout).Take(layout.Length).Select(w => (double)w)]);
    }

    // In one thread, so that sums are made in one order.
    private static IReadOnlyList<float> Fit(TrainingSet set, WeightLayout layout)
    {
        var context = new MLContext(Seed);
        var schema = SchemaDefinition.Create(typeof(Choice));
        schema[nameof(Choice.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, Choice.FeaturesOf(set, layout));
        var choices = context.Data.LoadFromEnumerable([.. Choice.Of(set, layout)], schema);
        return context.Regression.Trainers.LbfgsPoissonRegression(new LbfgsPoissonRegressionTrainer.Options
        {
            FeatureColumnName = nameof(Choice.Features),
            LabelColumnName = nameof(Choice.Share),
            ExampleWeightColumnName = nameof(Choice.Weight),
            L1Regularization = 0,
            L2Regularization = Penalty,
            OptimizationTolerance = Tolerance,
            NumberOfThreads = 1,
        }).Fit(choices).Model.Weights;
    }
}
