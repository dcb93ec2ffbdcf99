using System.CommandLine;
using PostmortemInsights.Classifying;

namespace PostmortemInsights.Cli;

/// <summary>What the classifiers learn from, and by which trainer.</summary>
internal sealed record Training(TrainingCorpus Corpus, Taxonomy Taxonomy, IClassifierTrainer Trainer)
{
    /// <summary>Whether it is the corpus that ships with the program.</summary>
    public bool IsShipped { get; private init; }

    /// <summary>What the options ask for: a folder, a labels file, or else the corpus that ships with the program.</summary>
    /// <exception cref="UsageException">There are no labels there.</exception>
    public static Training Of(ParseResult parsed)
    {
        var trainer = Engines.Trainer(parsed.GetRequiredValue(Options.Trainer));
        var folder = parsed.GetValue(Options.Corpus);
        var labels = parsed.GetValue(Options.Labels);
        if (folder is null && labels is null)
            return Shipped(trainer);
        var corpus = labels is null
            ? TrainingCorpus.At(folder!)
            : new TrainingCorpus(folder ?? Path.GetDirectoryName(Path.GetFullPath(labels))!, labels);
        if (!File.Exists(corpus.Labels))
            throw new UsageException($"There is no labels file '{corpus.Labels}'. Write one with 'pmi label', or name it with --labels.");
        return Own(corpus, trainer);
    }

    /// <summary>What documents below <paramref name="paths"/> are classified by: the labels beside them if there are some, else the
    /// corpus that ships with the program, with the folder's own taxonomy; null when there is nothing to learn from.</summary>
    public static Training? Near(IReadOnlyList<string> paths, IClassifierTrainer trainer)
    {
        var folders = Paths.Folders(paths);
        var own = folders.FirstOrDefault(folder => File.Exists(TrainingCorpus.At(folder).Labels));
        if (own is not null)
            return Own(TrainingCorpus.At(own), trainer);
        if (TrainingCorpus.Find() is not { } shipped)
            return null;
        var taxonomy = folders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, TaxonomyFile.Name)));
        return new Training(shipped, taxonomy is null ? Taxonomy.Default : TaxonomyFile.ReadBeside(taxonomy), trainer) { IsShipped = true };
    }

    // A team's own documents are few: the shipped ones are learned from as well.
    private static Training Own(TrainingCorpus corpus, IClassifierTrainer trainer) =>
        new(corpus with { Besides = TrainingCorpus.Find() }, TaxonomyFile.ReadBeside(corpus.Folder), trainer);

    /// <summary>The corpus that ships with the program.</summary>
    /// <exception cref="UsageException">It was taken away.</exception>
    public static Training Shipped(IClassifierTrainer trainer) => new(
        TrainingCorpus.Find() ?? throw new UsageException($"The corpus that ships with pmi is missing from {AppContext.BaseDirectory}. Install pmi again."),
        Taxonomy.Default,
        trainer)
    {
        IsShipped = true,
    };
}
