using System.Collections.Immutable;

namespace PostmortemInsights.Classifying;

/// <summary>A labelled text on its way into training.</summary>
internal sealed record LabelledInput(ImmutableArray<string> Labels, ModelInput Input);

/// <summary>Trains the classifier of one facet.</summary>
internal sealed class FacetTraining(ImmutableArray<Category> categories, IClassifierTrainer trainer)
{
    /// <summary>Parts that the texts are divided into, to see how a model does on texts it has not learned from.</summary>
    public const int Folds = 5;

    // A cue counts as a small text of its own, so that categories without labelled documents are learned as well.
    private const double CueExampleWeight = 0.3;
    private const double CueWordCount = 3;

    // Half of the way from the labels' rates to the taxonomy's, because the latter are rough.
    private const double BaseRateTrust = 0.5;
    private const double LeastRate = 0.005;

    private readonly FeatureReader reader = new(categories);

    /// <summary>Learns from all texts, and calibrates on what models of four fifths say about the last fifth.</summary>
    public (FacetModel Model, ImmutableArray<ImmutableArray<double>> HeldOut) Learn(IReadOnlyList<LabelledInput> texts, Decision decision)
    {
        var raw = HeldOut(texts);
        var calibration = Calibration.Fit([.. texts.SelectMany((t, i) => categories.Select((c, k) => (raw[i][k], t.Labels.Contains(c.Id))))]);
        var heldOut = raw.Select(p => p.Select(calibration.Of).ToImmutableArray()).ToImmutableArray();
        var threshold = decision.BestThreshold(categories, [.. texts.Select((t, i) => (t.Labels, heldOut[i]))]);
        return (Fit(texts) with { Calibration = calibration, Threshold = threshold }, heldOut);
    }

    private double[][] HeldOut(IReadOnlyList<LabelledInput> texts)
    {
        var raw = new double[texts.Count][];
        for (var fold = 0; fold < Folds; fold++)
        {
            var model = Fit([.. texts.Where((_, i) => i % Folds != fold)]);
            for (var i = fold; i < texts.Count; i += Folds)
                raw[i] = model.Raw(model.Features(texts[i].Input));
        }

        return raw;
    }

    private FacetModel Fit(IReadOnlyList<LabelledInput> texts)
    {
        var vocabulary = Vocabulary.Learn([.. texts.Select(t => t.Input)]);
        var examples = texts.Where(t => t.Labels.Length > 0).Select(t => Example(t, vocabulary)).ToImmutableArray();
        var set = new TrainingSet(categories.Length, FeatureReader.CueFeatures, vocabulary.Terms.Length, examples.AddRange(CueExamples(vocabulary)));
        return new(categories, vocabulary, trainer.Train(set).Rounded(), BaseRates(examples), Calibration.None, 0);
    }

    private TrainingExample Example(LabelledInput text, Vocabulary vocabulary) => new(
        new(reader.CueValues(text.Input.Zones), vocabulary.Values(text.Input)),
        [.. categories.Select(c => text.Labels.Contains(c.Id) ? 1.0 / text.Labels.Length : 0)],
        1);

    private IEnumerable<TrainingExample> CueExamples(Vocabulary vocabulary)
    {
        var none = categories.Select(_ => new double[FeatureReader.CueFeatures].ToImmutableArray()).ToImmutableArray();
        for (var c = 0; c < categories.Length; c++)
        {
            var target = new double[categories.Length];
            target[c] = 1;
            foreach (var cue in categories[c].Cues)
            {
                var words = vocabulary.Values(Words.Stems(cue).Distinct(StringComparer.Ordinal).Select(s => KeyValuePair.Create(s, CueWordCount)));
                if (words.Length > 0)
                    yield return new(new(none, words), [.. target], CueExampleWeight);
            }
        }
    }

    private ImmutableArray<double> BaseRates(ImmutableArray<TrainingExample> examples)
    {
        var known = categories.Where(c => c.Share is not null).Sum(c => c.Share!.Value);
        var others = categories.Count(c => c.Share is null);
        return [.. categories.Select((category, c) =>
        {
            var labelled = Math.Max(LeastRate, examples.Sum(e => e.Target[c]) / Math.Max(1, examples.Length));
            var usual = category.Share ?? (known > 0 ? Math.Max(LeastRate, (1 - known) / others) : labelled);
            return Math.Round(BaseRateTrust * Math.Log(usual / labelled), 4);
        })];
    }
}
