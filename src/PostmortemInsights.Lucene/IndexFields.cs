using PostmortemInsights.Indexing.Queries;
using PostmortemInsights.Indexing.Zones;

namespace PostmortemInsights.Lucene;

/// <summary>
/// The fields of the Lucene index. Each zone is a field of words with their positions: phrases and <c>title:checkout</c> are looked up
/// there. <see cref="Terms"/> has all terms of a document, without positions, and is what ranking reads.
/// </summary>
internal static class IndexFields
{
    /// <summary>All terms; the frequency of each is weighted by zones, in halves.</summary>
    public const string Terms = "terms";

    /// <summary>Number of the document for those who ask.</summary>
    public const string Number = "number";

    /// <summary>What ranking needs of the document besides: the bytes of a <c>DocumentRow</c>.</summary>
    public const string Row = "row";

    /// <summary>Duration in minutes, if known.</summary>
    public const string Duration = "duration";

    /// <summary>Day of the start, counted from 1970-01-01, if known.</summary>
    public const string Day = "day";

    private static readonly string[] Zones = [.. Enum.GetNames<Zone>().Select(static name => name.ToLowerInvariant())];

    /// <summary>The field of a zone.</summary>
    public static string Of(Zone zone) => Zones[(int)zone];

    /// <summary>The zones that a field of the query language looks into; all of them without one.</summary>
    public static IEnumerable<Zone> ZonesOf(Field? field) => field is null ? Enum.GetValues<Zone>() : field.Zones;

    /// <summary>The fields that a word is looked up in: those of its zones, or that of all terms.</summary>
    public static IEnumerable<string> WordFieldsOf(Field? field) => field is null ? [Terms] : field.Zones.Select(Of);
}
