using System.Collections.Immutable;
using PostmortemInsights.Incidents;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Parsing;

/// <summary>Keeps what front matter says beyond the fields of the record.</summary>
internal static class MetadataReader
{
    private static readonly Dictionary<string, string> Names = EmbeddedText.Table("Parsing/metadata.txt");

    /// <summary>The usual keys under one name each; other keys are left out.</summary>
    public static FieldMap<string> Read(FrontMatter? matter)
    {
        var kept = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var entry in matter?.Entries ?? [])
        {
            if (Names.TryGetValue(entry.Key, out var name) && entry.Values.Count > 0)
                kept[name] = kept.TryGetValue(name, out var before) ? [.. before.Union(entry.Values, StringComparer.Ordinal)] : [.. entry.Values];
        }

        return FieldMap.Of<string>(kept.Select(static field => new NamedValues<string>(field.Key, field.Value)));
    }
}
