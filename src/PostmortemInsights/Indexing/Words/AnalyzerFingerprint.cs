using System.Security.Cryptography;
using System.Text;

namespace PostmortemInsights.Indexing.Words;

/// <summary>A checksum over what decides which terms a text gives.</summary>
internal static class AnalyzerFingerprint
{
    // To be raised with every change of the tokenizer or the stemmer.
    private const string Rules = "words-1";

    public static string Compute()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(Rules));
        foreach (var name in (string[])["Indexing/stemmer-exceptions.txt", "Indexing/stop-words.txt", "Indexing/thesaurus.txt", "Indexing/zones.txt"])
        {
            foreach (var line in EmbeddedText.Lines(name))
                hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
