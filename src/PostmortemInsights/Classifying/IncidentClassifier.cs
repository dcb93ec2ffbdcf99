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
    private readonly FacetModel causes;
    private readonly FacetModel components;
    private readonly FacetModel triggers;

    internal IncidentClassifier(Taxonomy taxonomy, FacetModel causes, FacetModel components, FacetModel triggers)
    {
        this.taxonomy = taxonomy;
        this.causes = causes;
        this.components = components;
        this.triggers = triggers;
    }

    /// <summary>Trains on labelled incidents; the same incidents in any order give the same classifier.</summary>
    /// <param name="examples">The incidents with their labels.</param>
    /// <param name="taxonomy">The categories.</param>
    /// <param name="trainer">How weights are learned; <see cref="LogisticRegressionTrainer"/> if null.</param>
    public static IncidentClassifier Train(IEnumerable<LabelledIncident> examples, Taxonomy taxonomy, IClassifierTrainer? trainer = null)
    {
        ArgumentNullException.ThrowIfNull(taxonomy);
        var ordered = examples.OrderBy(e => e.Labels.File, StringComparer.Ordinal).ToList();
        var inputs = ordered.Select(e => ModelInput.Read(ZonedWords.Read(e.Incident))).ToList();
        var (causes, heldOut) = Learn(Facet.Causes);
        for (var i = 0; i < inputs.Count; i++)
            inputs[i] = inputs[i].With(Named(taxonomy, heldOut[i]));
        return new(taxonomy, causes, Learn(Facet.Components).Model, Learn(Facet.Triggers).Model);

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
        var input = ModelInput.Read(ZonedWords.Read(incident));
        var cause = causes.Probabilities(causes.Features(input));
        var informed = input.With(Named(taxonomy, cause));
        return incident with
        {
            Causes = Labels(Facet.Causes, causes, cause),
            Components = Labels(Facet.Components, components, components.Probabilities(components.Features(informed))),
            Trigger = Labels(Facet.Triggers, triggers, triggers.Probabilities(triggers.Features(informed)))[0],
        };
    }

    private static ImmutableArray<Label> Labels(Facet facet, FacetModel model, ImmutableArray<double> probabilities) =>
        [.. Decision.For(facet).Choose(model.Categories, probabilities, model.Threshold).Select(c => new Label(model.Categories[c].Id, probabilities[c], []))];

    private static IEnumerable<(string Cause, double Probability)> Named(Taxonomy taxonomy, ImmutableArray<double> probabilities) =>
        taxonomy.Causes.Select((c, i) => (c.Id, probabilities[i]));
}
