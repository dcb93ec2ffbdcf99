using System.Runtime.CompilerServices;

namespace PostmortemInsights.Tests.Cli;

/// <summary>The tests keep models and stores in a cache of their own, not in the user's.</summary>
internal static class TestCache
{
    [ModuleInitializer]
    internal static void Use() =>
        Environment.SetEnvironmentVariable("XDG_CACHE_HOME", Path.Combine(Path.GetTempPath(), $"pmi-tests-{Environment.UserName}"));
}
