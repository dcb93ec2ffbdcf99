using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using NodaTime;
using PostmortemInsights.Incidents;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Analyzing;

/// <summary>The documents of a review. Each is looked at once, as it comes, so that their texts are never in memory together.</summary>
/// <param name="Count">Number of documents, whether or not they report an incident.</param>
/// <param name="TextHashes">The SHA-256 of the text of each, in hexadecimal digits and ordinal order.</param>
/// <param name="Incidents">The postmortems: dated incidents by their day, then the others; by path where that is the same.</param>
internal sealed record ReviewedDocuments(int Count, ImmutableArray<string> TextHashes, IReadOnlyList<ReviewedIncident> Incidents)
{
    /// <summary>Reads documents, in whatever order they come.</summary>
    public static ReviewedDocuments Read(IEnumerable<Incident> documents)
    {
        var read = documents.SelectInOrder(Look, CancellationToken.None).ToList();
        return new ReviewedDocuments(
            read.Count,
            [.. read.Select(static r => r.Hash).Order(StringComparer.Ordinal)],
            [.. read.Select(static r => r.Incident).OfType<ReviewedIncident>()
                .OrderBy(static i => i.Date ?? LocalDate.MaxIsoValue).ThenBy(static i => i.Incident.Source, StringComparer.Ordinal)]);
    }

    private static (string Hash, ReviewedIncident? Incident) Look(Incident document)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(document.Text.AsSpan())));
        return (hash, document.IsPostmortem ? ReviewedIncident.Of(document, hash) : null);
    }
}
