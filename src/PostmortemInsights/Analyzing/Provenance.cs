using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace PostmortemInsights.Analyzing;

/// <summary>What the figures were made from and by what.</summary>
/// <param name="CorpusHash">Of the texts alone, whatever their paths and order: SHA-256 over the sorted SHA-256 of each, 16 hexadecimal digits.</param>
/// <param name="ToolVersion">The version of this library.</param>
/// <param name="Definitions">What the words of the report mean, and where the formulas come from.</param>
public sealed record Provenance(string CorpusHash, string ToolVersion, ImmutableArray<Definition> Definitions)
{
    private const int Digits = 16;

    internal static Provenance Of(ReviewedDocuments documents, ReviewOptions options) =>
        new(Hash(documents.TextHashes.Sort()), options.ToolVersion, Definition.All);

    private static string Hash(IEnumerable<TextHash> each)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var one in each)
            hash.AppendData(Encoding.ASCII.GetBytes(one.ToString()));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..Digits];
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
