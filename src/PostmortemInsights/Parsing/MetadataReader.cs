using System.Collections.Immutable;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Parsing;

/// <summary>Keeps what front matter says beyond the fields of the record.</summary>
internal static class MetadataReader
{
    private static readonly Dictionary<string, string> Names = EmbeddedText.Table("Parsing/metadata.txt");

    /// <summary>The usual keys under one name each; other keys are left out.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<string>> Read(FrontMatter? matter)
    {
        var kept = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var entry in matter?.Entries ?? [])
        {
            if (Names.TryGetValue(entry.Key, out var name) && entry.Values.Count > 0)
                kept[name] = kept.TryGetValue(name, out var before) ? [.. before.Union(entry.Values, StringComparer.Ordinal)] : [.. entry.Values];
        }

        return kept.ToImmutable();
    }
}
