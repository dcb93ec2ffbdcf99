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
    private readonly Stems stems;
    private readonly Flags flags;
    private readonly MendedParts mended;

    /// <summary>Makes a classifier of trained models.</summary>
    /// <param name="taxonomy">The categories.</param>
    /// <param name="models">One a facet, in the facets' order.</param>
    /// <param name="stems">What the models number stems by.</param>
    internal IncidentClassifier(Taxonomy taxonomy, ImmutableArray<FacetModel> models, Stems stems)
    {
        this.taxonomy = taxonomy;
        this.models = models;
        this.stems = stems;
        flags = new(taxonomy.Causes, stems);
        mended = new(stems);
    }

    internal FacetModel this[Facet facet] => models[(int)facet];

    /// <summary>Trains on labelled incidents; the same incidents in any order give the same classifier.</summary>
    /// <param name="examples">The incidents with their labels.</param>
    /// <param name="taxonomy">The categories.</param>
    /// <param name="trainer">How weights are learned; <see cref="LogisticRegressionTrainer"/> if null.</param>
    public static IncidentClassifier Train(IEnumerable<LabelledIncident> examples, Taxonomy taxonomy, IClassifierTrainer? trainer = null)
    {
        ArgumentNullException.ThrowIfNull(taxonomy);
        var ordered = examples.OrderBy(e => e.Labels.File, StringComparer.Ordinal).ToList();
        var learned = new Stems();
        var known = new Flags(taxonomy.Causes, learned);
        var zones = ordered.Select(e => ZonedWords.Read(e.Incident, learned.Learn)).ToList();
        var (causes, heldOut) = Learn(Facet.Causes, _ => []);
        return new(taxonomy, [causes, Learn(Facet.Components, i => heldOut[i]).Model, Learn(Facet.Triggers, i => heldOut[i]).Model], learned);

        (FacetModel Model, ImmutableArray<ImmutableArray<double>> HeldOut) Learn(Facet facet, Func<int, ImmutableArray<double>> knownCauses) =>
            new FacetTraining(taxonomy[facet], trainer ?? new LogisticRegressionTrainer(), Decision.For(facet), LabelRates.AtLarge(facet), known, learned)
                .Learn([.. ordered.Select((e, i) => new LabelledInput(e.Labels[facet], Input(facet, zones[i], knownCauses(i))))]);
    }

    /// <summary>The incident with its causes, components and trigger filled in. A document that reports no incident stays as it is.</summary>
    public Incident Classify(Incident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        if (!incident.IsPostmortem)
            return incident;
        var zones = ZonedWords.Read(incident, stems.Find);
        var whole = Input(Facet.Causes, zones, []);
        var causes = Answer(incident, Facet.Causes, whole);
        return incident with
        {
            Causes = causes.Labels,
            Components = Answer(incident, Facet.Components, whole with { Causes = causes.Probabilities }).Labels,
            Trigger = Trigger(incident, Answer(incident, Facet.Triggers, Input(Facet.Triggers, zones, causes.Probabilities)).Labels[0]),
        };
    }

    private Label Trigger(Incident incident, Label learned)
    {
        if (learned.Category == PlannedWork.Trigger || !taxonomy.Triggers.Any(static c => c.Id == PlannedWork.Trigger) || PlannedWork.Find(incident) is not { } occasion)
            return learned;
        return new Label(PlannedWork.Trigger, PlannedWork.Probability, [occasion]);
    }

    private (ImmutableArray<Label> Labels, ImmutableArray<double> Probabilities) Answer(Incident incident, Facet facet, ModelInput input)
    {
        var model = this[facet];
        var hits = model.Reader.Hits(input.Zones);
        var features = model.Features(input, flags, hits);
        var raw = model.Raw(features);
        var evidence = new EvidenceFinder(incident.Text, input, hits, model, features);
        var decision = Decision.For(facet);
        var chosen = decision.Choose(model.Categories, model.Calibration.Candidates(raw, features), model.Threshold);
        if (facet == Facet.Components)
            chosen = decision.With(mended.Find(input.Zones, hits), chosen);
        return ([.. chosen.Select(c => new Label(model.Categories[c.Category].Id, c.Probability, evidence.For(c.Category)))], model.Calibration.AsFirst(raw));
    }

    // What was done about it afterwards did not set it off.
    private static ModelInput Input(Facet facet, ImmutableArray<ZonedWords> zones, ImmutableArray<double> causes) =>
        new(facet == Facet.Triggers ? zones.RemoveAll(z => z.Zone is Zone.Resolution or Zone.Actions) : zones, causes);
}
