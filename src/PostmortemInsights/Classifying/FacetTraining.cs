using System.Collections.Immutable;

namespace PostmortemInsights.Classifying;

/// <summary>A labelled text on its way into training.</summary>
internal sealed record LabelledInput(ImmutableArray<string> Labels, ModelInput Input)
{
    /// <summary>The cue features, which don't depend on what is learned.</summary>
    public ImmutableArray<ImmutableArray<double>> Cues { get; init; } = [];

    /// <summary>How much it counts.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>The text without what speaks for its labels; null where "unknown" is no answer.</summary>
    public LabelledInput? Silenced { get; init; }
}

/// <summary>Trains the classifier of one facet.</summary>
/// <param name="categories">The facet's categories.</param>
/// <param name="trainer">Learns the weights.</param>
/// <param name="decision">Which labels are given.</param>
/// <param name="rates">How often each category is a label in reports at large.</param>
/// <param name="flags">What is known of a text as a whole.</param>
/// <param name="stems">They know all words of the texts, since several models are learned at once.</param>
internal sealed class FacetTraining(ImmutableArray<Category> categories, IClassifierTrainer trainer, Decision decision, LabelRates rates, Flags flags, Stems stems)
{
    /// <summary>Parts that the texts are divided into, to see how a model does on texts it has not learned from.</summary>
    public const int Folds = 5;

    // A name or a cue counts, once, as a small text of its own, so that categories without labelled documents are learned as well.
    private const double NameExampleWeight = 0.6;
    private const double CueExampleWeight = 0.3;
    private const double CueWordCount = 3;

    // So does a text from which all that speaks for its labels was taken away: then it is unknown.
    private const double SilencedWeight = 0.15;

    private readonly FeatureReader reader = new(categories, stems);
    private readonly int unknown = Taxonomy.PlaceOfUnknown(categories);

    /// <summary>Learns from all texts, and calibrates on what models of four fifths say about the last fifth.</summary>
    public (FacetModel Model, ImmutableArray<ImmutableArray<double>> HeldOut) Learn(IReadOnlyList<LabelledInput> texts)
    {
        var weights = rates.Weights(categories, [.. texts.Select(t => t.Labels)]);
        texts = [.. texts.Select((t, i) => WithCues(t) with { Silenced = Silence(t), Weight = weights[i] })];
        var heldOut = HeldOut(texts);
        var calibration = Calibration.None(unknown).Fit(heldOut);
        var threshold = decision.BestThreshold(categories, [.. texts.Zip(heldOut, (t, h) => (t.Labels, calibration.Candidates(h.Raw, h.Features)))]);
        return (Fit(texts) with { Calibration = calibration, Threshold = threshold }, [.. heldOut.Select(h => calibration.AsFirst(h.Raw))]);
    }

    private LabelledInput WithCues(LabelledInput text) => text with { Cues = reader.CueValues(text.Input.Zones) };

    private LabelledInput? Silence(LabelledInput text)
    {
        if (text.Labels.Contains(Taxonomy.Unknown) || unknown < 0)
            return null;
        var silent = text.Input.Zones.Where(z => z.Zone is not (Zone.Cause or Zone.Finding)).Select(z => z with { Words = Silence(z.Words, text.Labels) });
        return WithCues(new([Taxonomy.Unknown], new ModelInput([.. silent], text.Input.Causes)));
    }

    private List<Word> Silence(List<Word> words, ImmutableArray<string> labels)
    {
        var telling = reader.Cues.Find(words).Where(h => labels.Contains(categories[h.Category].Id)).Select(h => h.First).ToHashSet();
        return [.. Sentence.Of(words).Where(s => !Enumerable.Range(s.First, s.Length).Any(telling.Contains)).SelectMany(s => words.Skip(s.First).Take(s.Length))];
    }

    private List<HeldOutText> HeldOut(IReadOnlyList<LabelledInput> texts)
    {
        var models = Enumerable.Range(0, Folds).AsParallel().AsOrdered().Select(fold => Fit([.. texts.Where((_, i) => i % Folds != fold)])).ToList();
        return [.. texts.Select((text, i) => HeldOut(text, models[i % Folds]))];
    }

    private HeldOutText HeldOut(LabelledInput text, FacetModel model)
    {
        var features = Features(text, model.Vocabulary);
        return new(model.Raw(features), features, c => text.Labels.Contains(categories[c].Id));
    }

    private FacetModel Fit(IReadOnlyList<LabelledInput> texts)
    {
        var vocabulary = Vocabulary.Learn([.. texts.Select(t => t.Input)], flags, stems);
        var examples = texts.Where(t => t.Labels.Length > 0).Select(t => Example(t, vocabulary)).ToImmutableArray();
        var set = new TrainingSet(
            categories.Length, FeatureReader.CueFeatures, vocabulary.Terms.Length, [.. examples, .. CueExamples(vocabulary), .. SilencedExamples(texts, vocabulary)]);
        return new(categories, vocabulary, ForReportsAtLarge(trainer.Train(set), vocabulary).Rounded(), Calibration.None(unknown), 0, reader);
    }

    // Elkan, The Foundations of Cost-Sensitive Learning, IJCAI 2001, section 3: a change of base rate moves the score by the logarithm of the odds.
    private LinearWeights ForReportsAtLarge(LinearWeights weights, Vocabulary vocabulary) =>
        unknown < 0 ? weights : weights.Raised(vocabulary.Find(flags.Always), unknown, Math.Log(decision.UnknownOdds));

    private TrainingExample Example(LabelledInput text, Vocabulary vocabulary) => new(Features(text, vocabulary), Target(text.Labels), text.Weight);

    private ImmutableArray<double> Target(ImmutableArray<string> labels) => [.. categories.Select(c => labels.Contains(c.Id) ? 1.0 / labels.Length : 0)];

    private FacetFeatures Features(LabelledInput text, Vocabulary vocabulary) => new(text.Cues, vocabulary.Values(text.Input, flags));

    private IEnumerable<TrainingExample> CueExamples(Vocabulary vocabulary)
    {
        var none = categories.Select(_ => new double[FeatureReader.CueFeatures].ToImmutableArray()).ToImmutableArray();
        foreach (var category in categories)
        {
            var names = Plain(category.Names).Select(n => (Phrase: Phrase.Read(n, stems), Weight: NameExampleWeight));
            var cues = Plain(category.Cues).Select(c => (Phrase: Phrase.Read(c, stems), Weight: CueExampleWeight));
            foreach (var (phrase, weight) in names.Concat(cues).DistinctBy(p => p.Phrase.ToString()))
            {
                var words = vocabulary.Values(phrase.Parts.SelectMany(p => p).Distinct().Select(static s => KeyValuePair.Create(s, CueWordCount)));
                if (words.Length > 0)
                    yield return new(new(none, words), Target([category.Id]), weight);
            }
        }
    }

    // The name of a product by itself speaks for no category.
    private static IEnumerable<string> Plain(ImmutableArray<string> phrases) => phrases.Where(static p => !NamedKinds.HasPlace(p));

    private IEnumerable<TrainingExample> SilencedExamples(IReadOnlyList<LabelledInput> texts, Vocabulary vocabulary) =>
        texts.Where(t => t.Silenced is not null).Select(t => new TrainingExample(Features(t.Silenced!, vocabulary), Target(t.Silenced!.Labels), SilencedWeight));
}
