using PostmortemInsights.Classifying;

namespace PostmortemInsights.Cli;

/// <summary>The engines that this build has.</summary>
internal static class Engines
{
    /// <summary>The project's own index or trainer, always there.</summary>
    public const string BuiltIn = "built-in";

    /// <summary>Search engines compiled in.</summary>
    public static IReadOnlyList<string> Search { get; } =
#if LUCENE
        [BuiltIn, "lucene"];
#else
        [BuiltIn];
#endif

    /// <summary>Trainers compiled in.</summary>
    public static IReadOnlyList<string> Trainers { get; } =
#if MLNET
        [BuiltIn, "mlnet"];
#else
        [BuiltIn];
#endif

    /// <summary>Refuses a search engine that is not there.</summary>
    /// <exception cref="UsageException">It is not compiled in, or there is none of that name.</exception>
    public static void RequireSearch(string name) => Require(name, Search, "search engine", "lucene", "UseLucene");

    /// <summary>The trainer of that name.</summary>
    /// <exception cref="UsageException">It is not compiled in, or there is none of that name.</exception>
    public static IClassifierTrainer Trainer(string name)
    {
        Require(name, Trainers, "trainer", "mlnet", "UseMLNet");
        return new LogisticRegressionTrainer();
    }

    private static void Require(string name, IReadOnlyList<string> present, string what, string optional, string flag)
    {
        if (present.Contains(name, StringComparer.Ordinal))
            return;
        if (!string.Equals(name, optional, StringComparison.Ordinal))
            throw new UsageException($"There is no {what} '{name}'; there is {BuiltIn} and {optional}.");
        throw new UsageException(
            $"The {what} '{name}' is not compiled into this pmi. Build it with 'dotnet build -c Release -p:{flag}=true' from a NuGet feed that carries its packages.");
    }
}
