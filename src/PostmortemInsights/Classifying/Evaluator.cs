using System.Collections.Immutable;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Classifying;

/// <summary>Measures classifiers by cross-validation.</summary>
public static class Evaluator
{
    /// <summary>Parts that the documents are divided into; fewer if there are fewer documents.</summary>
    public const int Folds = 5;

    /// <summary>Trains without a part, classifies that part, and so on through all parts. Which document is in which part depends on the
    /// ordinal order of their paths alone.</summary>
    /// <param name="examples">The labelled documents, at least two.</param>
    /// <param name="taxonomy">The categories.</param>
    /// <param name="trainer">How weights are learned; <see cref="LogisticRegressionTrainer"/> if null.</param>
    /// <param name="always">Further documents that every classifier learns from and that are not counted; those that are among the
    /// examples as well are left out.</param>
    /// <exception cref="ArgumentException">There are fewer than two documents.</exception>
    public static Evaluation CrossValidate(
        IEnumerable<LabelledIncident> examples, Taxonomy taxonomy, IClassifierTrainer? trainer = null, IEnumerable<LabelledIncident>? always = null)
    {
        trainer ??= new LogisticRegressionTrainer();
        var ordered = examples.OrderBy(e => e.Labels.File, StringComparer.Ordinal).ToList();
        if (ordered.Count < 2)
            throw new ArgumentException("Cross-validation needs at least two labelled documents.", nameof(examples));
        var folds = Math.Min(Folds, ordered.Count);
        var texts = ordered.Select(e => e.Incident.Text).ToHashSet(StringComparer.Ordinal);
        var others = always?.Where(e => !texts.Contains(e.Incident.Text)).ToList() ?? [];
        var classified = new Incident[ordered.Count];
        for (var fold = 0; fold < folds; fold++)
        {
            var classifier = IncidentClassifier.Train(others.Concat(ordered.Where((_, i) => i % folds != fold)), taxonomy, trainer);
            for (var i = fold; i < ordered.Count; i += folds)
                classified[i] = classifier.Classify(ordered[i].Incident with { IsPostmortem = true });
        }

        return new(ordered.Count, folds, trainer.Name, [.. Enum.GetValues<Facet>().Select(f => new FacetCount(f, taxonomy[f]).Count(ordered, classified))]);
    }
}

/// <summary>Counts what was right for one facet.</summary>
internal sealed class FacetCount(Facet facet, ImmutableArray<Category> categories)
{
    public FacetEvaluation Count(IReadOnlyList<LabelledIncident> examples, IReadOnlyList<Incident> classified)
    {
        var pairs = examples.Zip(classified, (e, c) => (Wanted: e.Labels[facet], Given: Given(c))).ToList();
        return new(
            facet,
            pairs.Count,
            pairs.Count(p => p.Wanted.FirstOrDefault() == p.Given.FirstOrDefault()?.Category),
            [.. categories.Select(c => Score(c.Id, pairs))],
            Confusion(pairs),
            CalibrationScore.Of([.. pairs.SelectMany(p => p.Given.Select(g => (g.Probability, p.Wanted.Contains(g.Category))))]),
            Baseline([.. pairs.Select(p => p.Wanted)]));
    }

    private ImmutableArray<Label> Given(Incident incident) => facet switch
    {
        Facet.Causes => incident.Causes,
        Facet.Components => incident.Components,
        _ => incident.Trigger is { } trigger ? [trigger] : [],
    };

    private static CategoryScore Score(string id, IReadOnlyCollection<(ImmutableArray<string> Wanted, ImmutableArray<Label> Given)> pairs) => new(
        id,
        pairs.Count(p => p.Wanted.Contains(id)),
        pairs.Count(p => p.Given.Any(g => g.Category == id)),
        pairs.Count(p => p.Wanted.Contains(id) && p.Given.Any(g => g.Category == id)));

    private ImmutableArray<ImmutableArray<int>> Confusion(IEnumerable<(ImmutableArray<string> Wanted, ImmutableArray<Label> Given)> pairs)
    {
        var counts = new int[categories.Length + 1, categories.Length + 1];
        foreach (var (wanted, given) in pairs)
            counts[Place(wanted.FirstOrDefault()), Place(given.FirstOrDefault()?.Category)]++;
        return [.. Enumerable.Range(0, categories.Length + 1).Select(r => Enumerable.Range(0, categories.Length + 1).Select(c => counts[r, c]).ToImmutableArray())];
    }

    private int Place(string? id)
    {
        for (var i = 0; i < categories.Length; i++)
        {
            if (categories[i].Id == id)
                return i;
        }

        return categories.Length;
    }

    private static MajorityBaseline Baseline(ImmutableArray<ImmutableArray<string>> wanted)
    {
        var usual = wanted.Where(w => w.Length > 0).GroupBy(w => w[0], StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault();
        if (usual is null)
            return new(Taxonomy.Unknown, 0, 0, 0);
        var score = new CategoryScore(usual.Key, wanted.Count(w => w.Contains(usual.Key)), wanted.Length, wanted.Count(w => w.Contains(usual.Key)));
        var kinds = wanted.SelectMany(w => w).Distinct(StringComparer.Ordinal).Count();
        return new(usual.Key, usual.Count(), 2.0 * score.Right / (wanted.Length + wanted.Sum(w => w.Length)), score.F1!.Value / kinds);
    }
}
