using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Analyzing;

/// <summary>What the figures were made from and by what.</summary>
/// <param name="CorpusHash">Of the texts alone, whatever their paths and order: SHA-256 over the sorted SHA-256 of each, 16 hexadecimal digits.</param>
/// <param name="ToolVersion">The version of this library.</param>
/// <param name="Definitions">What the words of the report mean, and where the formulas come from.</param>
public sealed record Provenance(string CorpusHash, string ToolVersion, ImmutableArray<Definition> Definitions)
{
    private const int Digits = 16;

    internal static Provenance Of(IReadOnlyList<Incident> incidents, ReviewOptions options) =>
        new(Hash(incidents), options.ToolVersion, Definition.All);

    private static string Hash(IReadOnlyList<Incident> incidents)
    {
        var each = incidents.AsParallel().Select(static i => Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(i.Text.AsSpan()))));
        var all = string.Concat(each.Order(StringComparer.Ordinal));
        return Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(all)))[..Digits];
    }
}

/// <summary>What a word of the report means.</summary>
/// <param name="Term">The word.</param>
/// <param name="Meaning">A sentence.</param>
/// <param name="Source">Where the formula comes from; empty when it is this project's own.</param>
public sealed record Definition(string Term, string Meaning, string Source)
{
    internal static readonly ImmutableArray<Definition> All =
    [
        .. EmbeddedText.Lines("Analyzing/definitions.txt").Select(static l => l.Split('|', StringSplitOptions.TrimEntries))
            .Select(static cells => new Definition(cells[0], cells[1], cells.Length > 2 ? cells[2] : ""))
    ];
}
