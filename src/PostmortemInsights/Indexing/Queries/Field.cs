using System.Collections.Immutable;
using PostmortemInsights.Indexing.Zones;

namespace PostmortemInsights.Indexing.Queries;

/// <summary>What can stand before a colon in a query.</summary>
/// <param name="Name">The name as typed.</param>
/// <param name="Zones">The zones of the text that it looks into.</param>
/// <param name="Attributes">The attributes that it also looks into.</param>
public sealed record Field(string Name, ImmutableArray<Zone> Zones, ImmutableArray<string> Attributes)
{
    /// <summary>All fields, by name.</summary>
    public static ImmutableSortedDictionary<string, Field> All { get; } = ((Field[])
    [
        new("title", [Zone.Title], []),
        new("summary", [Zone.Summary], []),
        new("impact", [Zone.Impact], []),
        new("detection", [Zone.Detection], ["detected"]),
        new("timeline", [Zone.Early, Zone.Late], []),
        new("misleading", [Zone.Misleading], []),
        new("cause", [Zone.Cause], ["cause"]),
        new("fix", [Zone.Fix], []),
        new("resolution", [Zone.Fix], []),
        new("action", [Zone.Action], []),
        new("lesson", [Zone.Lesson], []),
        new("code", [Zone.Code], []),
        new("component", [], ["component"]),
        new("trigger", [], ["trigger"]),
        new("quarter", [], ["quarter"]),
        new("service", [], ["service", "services", "product"]),
        new("company", [], ["company"]),
        new("severity", [], ["severity"]),
        new("tag", [], ["tag", "tags", "categories", "keywords"]),
    ]).ToImmutableSortedDictionary(field => field.Name, field => field, StringComparer.Ordinal);
}
