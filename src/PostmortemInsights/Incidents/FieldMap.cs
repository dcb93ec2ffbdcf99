using System.Collections.Immutable;

namespace PostmortemInsights.Incidents;

/// <summary>What belongs to each of some fields, in the ordinal order of their names.</summary>
public sealed class FieldMap<T>
{
    private readonly NamedValues<T>[] fields;

    internal FieldMap(NamedValues<T>[] fields) => this.fields = fields;

    /// <summary>The fields.</summary>
    public IReadOnlyList<NamedValues<T>> Fields => fields;

    /// <summary>The values of a field; none if there is no such field.</summary>
    public ImmutableArray<T> this[string name] => Array.Find(fields, field => field.Name == name)?.Values ?? [];
}

/// <summary>Makes maps of fields.</summary>
public static class FieldMap
{
    /// <summary>No field at all.</summary>
    public static FieldMap<T> Empty<T>() => new([]);

    /// <summary>The fields given, each name once.</summary>
    public static FieldMap<T> Of<T>(IEnumerable<NamedValues<T>> fields)
    {
        NamedValues<T>[] ordered = [.. fields];
        Array.Sort(ordered, static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        return new FieldMap<T>(ordered);
    }
}

/// <summary>A field with its values.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Values">What belongs to it, in order.</param>
public sealed record NamedValues<T>(string Name, ImmutableArray<T> Values);
