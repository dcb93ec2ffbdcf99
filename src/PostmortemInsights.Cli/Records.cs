using PostmortemInsights.Classifying;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing;
using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Cli;

/// <summary>From documents to records: parsed, then classified by what the documents' own folder teaches, or else the shipped corpus.</summary>
internal sealed class Records
{
    private readonly SectionNames names;
    private readonly Lazy<IncidentClassifier?> classifier;

    private Records(Training? training, SectionNames names, ProgressBar progress, Terminal terminal)
    {
        Training = training;
        this.names = names;
        classifier = new Lazy<IncidentClassifier?>(() => training is null ? null : progress.During("training, once", () => Load(training, terminal)));
    }

    /// <summary>What the classifiers learn from; null when nothing is there to learn from.</summary>
    public Training? Training { get; }

    /// <summary>For documents below these paths.</summary>
    /// <param name="paths">The paths as given.</param>
    /// <param name="trainer">What trains the classifiers.</param>
    /// <param name="progress">Told when the classifiers have to be trained first.</param>
    /// <param name="terminal">Told what should be known about the model.</param>
    public static Records For(IReadOnlyList<string> paths, IClassifierTrainer trainer, ProgressBar progress, Terminal terminal)
    {
        var training = Training.Near(paths, trainer);
        if (training is null)
            terminal.Note($"pmi: the corpus that ships with pmi is missing from {AppContext.BaseDirectory}; causes, components and triggers stay unknown.");
        return new Records(training, NamesNear(paths), progress, terminal);
    }

    /// <summary>Names the parser, the names of sections and the model: documents have other records under another version.</summary>
    public string Version => $"{PostmortemParser.Version}{names.Version} {(Training is { } t ? ModelCache.VersionOf(t.Corpus, t.Taxonomy, t.Trainer) : "unclassified")}";

    /// <summary>The record of a document. The model is loaded, or trained, for the first one.</summary>
    public Incident Of(SourceDocument document)
    {
        var incident = PostmortemParser.Parse(document, names);
        return classifier.Value is { } known ? known.Classify(incident) : incident;
    }

    // What a team calls its sections stands beside its documents; with several folders the first that says so speaks for all.
    private static SectionNames NamesNear(IEnumerable<string> paths) =>
        Paths.Folders(paths).Select(SectionNamesFile.ReadBeside).FirstOrDefault(static names => names != SectionNames.Default, SectionNames.Default);

    private static IncidentClassifier Load(Training training, Terminal terminal)
    {
        try
        {
            var trained = ModelCache.LoadOrTrain(training.Corpus, training.Taxonomy, training.Trainer);
            foreach (var note in trained.Notes)
                terminal.Note("pmi: " + note);
            return trained.Classifier;
        }
        catch (LabelException problem) when (!training.IsShipped)
        {
            terminal.Note($"pmi: {problem.Message}");
            terminal.Note($"pmi: nothing is learned from {training.Corpus.Labels} until that is mended; the classifiers that ship with pmi are used.");
            return Load(Training.Shipped(training.Trainer), terminal);
        }
    }
}
