using System.Collections;
using System.Collections.Immutable;

namespace PostmortemInsights.Incidents;

/// <summary>What belongs to each of some fields, in the ordinal order of their names.</summary>
public sealed class FieldMap<T> : IReadOnlyCollection<NamedValues<T>>
{
    private readonly NamedValues<T>[] fields;

    private FieldMap(NamedValues<T>[] fields) => this.fields = fields;

    /// <summary>No field at all.</summary>
    public static FieldMap<T> Empty { get; } = new([]);

    /// <summary>Number of fields.</summary>
    public int Count => fields.Length;

    /// <summary>The values of a field; none if there is no such field.</summary>
    public ImmutableArray<T> this[string name] => Array.Find(fields, field => field.Name == name)?.Values ?? [];

    /// <summary>The fields given, each name once.</summary>
    public static FieldMap<T> Of(IEnumerable<NamedValues<T>> fields)
    {
        var ordered = new List<NamedValues<T>>();
        foreach (var field in fields)
        {
            var at = ordered.Count;
            while (at > 0 && string.CompareOrdinal(field.Name, ordered[at - 1].Name) < 0)
                at--;
            ordered.Insert(at, field);
        }

        return new FieldMap<T>([.. ordered]);
    }

    /// <inheritdoc/>
    public IEnumerator<NamedValues<T>> GetEnumerator() => ((IEnumerable<NamedValues<T>>)fields).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>A field with its values.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Values">What belongs to it, in order.</param>
public sealed record NamedValues<T>(string Name, ImmutableArray<T> Values);
