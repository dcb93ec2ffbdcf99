using System.Runtime.CompilerServices;
using PostmortemInsights.Indexing.Ranking;
using PostmortemInsights.Indexing.Words;
using PostmortemInsights.Indexing.Zones;

namespace PostmortemInsights.Indexing;

/// <summary>The word lists and tables that every search needs.</summary>
public static class SearchLists
{
    /// <summary>Reads them, which otherwise the first search does; a thread of its own can do so while something else is waited for.</summary>
    public static void Load()
    {
        foreach (var reader in (Type[])[typeof(Analyzer), typeof(AffectedShare), typeof(WeakWords), typeof(ZoneWeights)])
            RuntimeHelpers.RunClassConstructor(reader.TypeHandle);
    }
}
