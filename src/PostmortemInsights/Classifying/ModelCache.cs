using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace PostmortemInsights.Classifying;

/// <summary>A classifier, and what a user should know about how it came about.</summary>
/// <param name="Classifier">The classifier.</param>
/// <param name="Documents">Number of documents that it was trained on.</param>
/// <param name="Notes">Lines for standard error: that and why it was trained anew, that it could not be kept.</param>
public sealed record TrainedClassifier(IncidentClassifier Classifier, int Documents, ImmutableArray<string> Notes);

/// <summary>Keeps trained classifiers in a folder of the user's cache, one a corpus and trainer.</summary>
public static class ModelCache
{
    /// <summary>The user's cache folder for models.</summary>
    public static string DefaultFolder => Path.Combine(UserCache(), "postmortem-insights", "models");

    /// <summary>The classifier for a corpus: the kept one if it was made of the same corpus, taxonomy and program, else a new one.</summary>
    /// <param name="corpus">What to train on.</param>
    /// <param name="taxonomy">The categories.</param>
    /// <param name="trainer">How weights are learned; <see cref="LogisticRegressionTrainer"/> if null.</param>
    /// <param name="folder">Where models are kept; <see cref="DefaultFolder"/> if null.</param>
    /// <exception cref="LabelException">The labels have a problem; nothing is trained.</exception>
    /// <exception cref="IOException">A document can't be read.</exception>
    public static TrainedClassifier LoadOrTrain(TrainingCorpus corpus, Taxonomy taxonomy, IClassifierTrainer? trainer = null, string? folder = null)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        trainer ??= new LogisticRegressionTrainer();
        var file = Path.Combine(folder ?? DefaultFolder, FileName(corpus, trainer));
        var wanted = new ModelOrigin(BuildOf(trainer), trainer.Name, corpus.Hash(taxonomy), HashOf(taxonomy), 0);
        if (Load(file, wanted, taxonomy, out var notes) is { } kept)
            return kept;
        var examples = corpus.ReadAll(taxonomy);
        var classifier = IncidentClassifier.Train(examples, taxonomy, trainer);
        return new(classifier, examples.Length, notes.AddRange(Keep(file, wanted with { Documents = examples.Length }, classifier)));
    }

    /// <summary>Names what <see cref="LoadOrTrain"/> would give, without training it: two classifiers of the same name say the same.</summary>
    public static string VersionOf(TrainingCorpus corpus, Taxonomy taxonomy, IClassifierTrainer? trainer = null)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        trainer ??= new LogisticRegressionTrainer();
        var origin = $"{BuildOf(trainer)} {trainer.Name} {corpus.Hash(taxonomy)} {HashOf(taxonomy)}";
        return Hex(Encoding.UTF8.GetBytes(origin))[..16];
    }

    private static TrainedClassifier? Load(string file, ModelOrigin wanted, Taxonomy taxonomy, out ImmutableArray<string> notes)
    {
        notes = [];
        if (!File.Exists(file))
            return null;
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            var found = ModelFile.ReadOrigin(json.RootElement);
            if (found is not null && found with { Documents = 0 } == wanted)
                return new(ModelFile.Read(json.RootElement, taxonomy), found.Documents, []);
            notes = [$"The kept model {file} was made of {Difference(found, wanted)}; trained anew."];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or IOException or UnauthorizedAccessException)
        {
            notes = [$"The kept model {file} could not be read; trained anew."];
        }

        return null;
    }

    private static string Difference(ModelOrigin? found, ModelOrigin wanted) =>
        found is null || found.Engine != wanted.Engine ? "another version of the program"
        : found.Taxonomy != wanted.Taxonomy ? "another taxonomy"
        : "other documents or labels";

    private static ImmutableArray<string> Keep(string file, ModelOrigin origin, IncidentClassifier classifier)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var beside = $"{file}.{Environment.ProcessId}.new";
            using (var stream = File.Create(beside))
                ModelFile.Write(stream, origin, classifier);
            File.Move(beside, file, overwrite: true);
            return [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [$"The model can't be kept in {Path.GetDirectoryName(file)} and will be trained anew each time: {e.Message}"];
        }
    }

    private static string FileName(TrainingCorpus corpus, IClassifierTrainer trainer) =>
        $"{trainer.Name}-{Hex(Encoding.UTF8.GetBytes(Path.GetFullPath(corpus.Labels)))[..12]}.json";

    // The library makes features of texts, and the trainer weights of features. Two builds of the same sources have the same id.
    private static string BuildOf(IClassifierTrainer trainer) =>
        string.Join('-', new[] { typeof(ModelCache), trainer.GetType() }.Select(t => t.Module.ModuleVersionId.ToString("N")).Distinct(StringComparer.Ordinal));

    private static string HashOf(Taxonomy taxonomy)
    {
        var lines = Enum.GetValues<Facet>().SelectMany(f => taxonomy[f].Select(c => FormattableString.Invariant($"{f}|{c.Id}|{c.FormerId}|{string.Join('|', c.Names)}||{string.Join('|', c.Cues)}")));
        return Hex(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string UserCache() =>
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache ? cache
        : OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
}
