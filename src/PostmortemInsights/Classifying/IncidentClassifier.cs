using System.Collections.Immutable;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Classifying;

/// <summary>An incident with the labels that a reader gave it.</summary>
/// <param name="Incident">The record.</param>
/// <param name="Labels">The labels.</param>
public sealed record LabelledIncident(Incident Incident, LabelRow Labels);

/// <summary>Tags incidents with causes, components and a trigger, each with a calibrated probability and the words that decided.</summary>
public sealed class IncidentClassifier
{
    private readonly Taxonomy taxonomy;
    private readonly ImmutableArray<FacetModel> models;

    /// <summary>Makes a classifier of trained models.</summary>
    /// <param name="taxonomy">The categories.</param>
    /// <param name="models">One a facet, in the facets' order.</param>
    internal IncidentClassifier(Taxonomy taxonomy, ImmutableArray<FacetModel> models)
    {
        this.taxonomy = taxonomy;
        this.models = models;
    }

    internal FacetModel this[Facet facet] => models[(int)facet];

    /// <summary>Trains on labelled incidents; the same incidents in any order give the same classifier.</summary>
    /// <param name="examples">The incidents with their labels.</param>
    /// <summary>Makes a classifier of trained models.</summary>
    /// <param name="taxonomy">The categories.</param>
    /// <param name="trainer">How weights are learned; <see cref="LogisticRegressionTrainer"/> if null.</param>
    public static IncidentClassifier Train(IEnumerable<LabelledIncident> examples, Taxonomy taxonomy, IClassifierTrainer? trainer = null)
    {
        ArgumentNullException.ThrowIfNull(taxonomy);
        var ordered = examples.OrderBy(e => e.Labels.File, StringComparer.Ordinal).ToList();
        var inputs = ordered.Select(e => ModelInput.Read(e.Incident)).ToList();
        var (causes, heldOut) = Learn(Facet.Causes);
        for (var i = 0; i < inputs.Count; i++)
            inputs[i] = new(inputs[i].Zones, Named(taxonomy, heldOut[i]));
        return new(taxonomy, [causes, Learn(Facet.Components).Model, Learn(Facet.Triggers).Model]);

        (FacetModel Model, ImmutableArray<ImmutableArray<double>> HeldOut) Learn(Facet facet) =>
            new FacetTraining(taxonomy[facet], trainer ?? new LogisticRegressionTrainer())
                .Learn([.. ordered.Select((e, i) => new LabelledInput(e.Labels[facet], inputs[i]))], Decision.For(facet));
    }

    /// <summary>The incident with its causes, components and trigger filled in. A document that reports no incident stays as it is.</summary>
    public Incident Classify(Incident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        if (!incident.IsPostmortem)
            return incident;
        var input = ModelInput.Read(incident);
        var causes = Answer(incident, input, Facet.Causes);
        var informed = new ModelInput(input.Zones, Named(taxonomy, causes.Probabilities));
        return incident with
        {
            Causes = causes.Labels,
            Components = Answer(incident, informed, Facet.Components).Labels,
            Trigger = Answer(incident, informed, Facet.Triggers).Labels[0],
        };
    }

    private (ImmutableArray<Label> Labels, ImmutableArray<double> Probabilities) Answer(Incident incident, ModelInput input, Facet facet)
    {
        var model = this[facet];
        var features = model.Features(input);
        var probabilities = model.Probabilities(features);
        var evidence = new EvidenceFinder(incident.Text, input, model, features);
        var chosen = Decision.For(facet).Choose(model.Categories, probabilities, model.Threshold);
        return ([.. chosen.Select(c => new Label(model.Categories[c].Id, probabilities[c], evidence.For(c)))], probabilities);
    }

    private static ImmutableArray<(string Cause, double Probability)> Named(Taxonomy taxonomy, ImmutableArray<double> probabilities) =>
        [.. taxonomy.Causes.Select((c, i) => (c.Id, probabilities[i]))];
}
