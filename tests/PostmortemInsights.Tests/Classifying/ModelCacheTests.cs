using PostmortemInsights.Classifying;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Tests.Classifying;

public sealed class ModelCacheTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly TrainingCorpus corpus;

    public ModelCacheTests()
    {
        folder.Write("corpus/a.md", "# Disk\n\n## Root cause\nThe disk was full.\n");
        folder.Write("corpus/b.md", "# Login\n\n## Root cause\nThe certificate had expired.\n");
        folder.Write("corpus/labels.csv", "file,causes,components,trigger\na.md,capacity,storage,growth\nb.md,expiry,certificate,expiry\n");
        corpus = TrainingCorpus.At(folder["corpus"]);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_model_is_trained_once_and_is_the_same_byte_for_byte()
    {
        Assert.Empty(Load().Notes);
        var first = File.ReadAllBytes(ModelPath());
        Assert.Empty(Load().Notes);
        File.Delete(ModelPath());
        Load();
        Assert.Equal(first, File.ReadAllBytes(ModelPath()));
    }

    [Fact]
    public void A_kept_model_says_what_the_trained_one_said()
    {
        var incident = Postmortem.Caused("The disk of the database was full after months of growth.");
        var trained = Load().Classifier.Classify(incident);
        var kept = Load().Classifier.Classify(incident);
        Assert.Equal(Say(trained), Say(kept));
    }

    [Theory]
    [InlineData("\"engine\":\"", "\"engine\":\"0", "another version of the program")]
    [InlineData("\"format\":2", "\"format\":1", "another version of the program")]
    [InlineData("{\"format\"", "", "could not be read")]
    public void A_model_of_another_version_or_a_broken_one_is_trained_anew_and_that_is_said(string old, string changed, string message)
    {
        Load();
        File.WriteAllText(ModelPath(), File.ReadAllText(ModelPath()).Replace(old, changed, StringComparison.Ordinal));
        Assert.Contains(message, Assert.Single(Load().Notes), StringComparison.Ordinal);
        Assert.Empty(Load().Notes);
    }

    [Fact]
    public void Other_documents_are_learned_anew()
    {
        Load();
        folder.Write("corpus/a.md", "# Disk\n\n## Root cause\nThe volume was full.\n");
        Assert.Contains("other documents or labels", Assert.Single(Load().Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cache_that_cannot_be_written_costs_only_time()
    {
        folder.Write("file", "in the way");
        var trained = ModelCache.LoadOrTrain(corpus, Taxonomy.Default, folder: folder["file"]);
        Assert.Contains("can't be kept", Assert.Single(trained.Notes), StringComparison.Ordinal);
        Assert.Equal(2, trained.Documents);
    }

    private TrainedClassifier Load() => ModelCache.LoadOrTrain(corpus, Taxonomy.Default, folder: folder["models"]);

    private string ModelPath() => Directory.GetFiles(folder["models"]).Single();

    private static IEnumerable<(string Category, double Probability)> Say(Incident incident) =>
        incident.Causes.Concat(incident.Components).Append(incident.Trigger!).Select(l => (l.Category, l.Probability));
}
