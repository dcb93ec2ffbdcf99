using System.Collections.Immutable;
using PostmortemInsights.Classifying;
using PostmortemInsights.Indexing;
using PostmortemInsights.Indexing.Storing;
#if LUCENE
using PostmortemInsights.Lucene;
#endif
#if MLNET
using PostmortemInsights.MLNet;
#endif

namespace PostmortemInsights.Cli;

/// <summary>A search engine that is compiled in.</summary>
/// <param name="Name">Names the engine and the version of its format.</param>
/// <param name="Write">Writes an index.</param>
/// <param name="Open">Opens the index of a store.</param>
internal sealed record SearchEngine(string Name, Action<IndexSource, Stream> Write, Func<Store, ISearchEngine> Open);

/// <summary>The engines that this build has.</summary>
internal static class Engines
{
    /// <summary>The project's own index or trainer, always there.</summary>
    public const string BuiltIn = "built-in";

    private const string Lucene = "lucene";
    private const string MLNet = "mlnet";

    /// <summary>Names of the search engines compiled in.</summary>
    public static ImmutableArray<string> SearchEngines { get; } =
    [
        BuiltIn,
#if LUCENE
        Lucene,
#endif
    ];

    /// <summary>Names of the trainers compiled in.</summary>
    public static ImmutableArray<string> Trainers { get; } =
    [
        BuiltIn,
#if MLNET
        MLNet,
#endif
    ];

    /// <summary>The search engine of that name.</summary>
    /// <exception cref="UsageException">It is not compiled in, or there is none of that name.</exception>
    public static SearchEngine Search(string name)
    {
        Require(name, SearchEngines, "search engine", Lucene, "UseLucene");
        return name switch
        {
#if LUCENE
            Lucene => new SearchEngine(LuceneIndex.Name, LuceneIndex.Write, LuceneIndex.Open),
#endif
            _ => new SearchEngine(SearchIndex.Name, SearchIndex.Write, SearchIndex.Open),
        };
    }

    /// <summary>The trainer of that name.</summary>
    /// <exception cref="UsageException">It is not compiled in, or there is none of that name.</exception>
    public static IClassifierTrainer Trainer(string name)
    {
        Require(name, Trainers, "trainer", MLNet, "UseMLNet");
        return name switch
        {
#if MLNET
            MLNet => new MultinomialPoissonTrainer(),
#endif
            _ => new LogisticRegressionTrainer(),
        };
    }

    private static void Require(string name, ImmutableArray<string> present, string what, string optional, string flag)
    {
        if (present.Contains(name))
            return;
        if (!string.Equals(name, optional, StringComparison.Ordinal))
            throw new UsageException($"There is no {what} '{name}'; there is {BuiltIn} and {optional}.");
        throw new UsageException(
            $"The {what} '{name}' is not part of this pmi. Build it with -p:{flag}=true on a NuGet feed that carries its packages, or use {BuiltIn}, the default.");
    }
}
