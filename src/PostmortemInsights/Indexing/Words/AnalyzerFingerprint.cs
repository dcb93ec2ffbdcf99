using System.Globalization;
using PostmortemInsights.Indexing.Storing;

namespace PostmortemInsights.Indexing.Words;

/// <summary>A checksum over what decides which terms a text gives.</summary>
internal static class AnalyzerFingerprint
{
    // To be raised with every change of the tokenizer or the stemmer.
    private const string Rules = "words-1";

    private static readonly string[] Lists =
        ["Indexing/stemmer-exceptions.txt", "Indexing/stop-words.txt", "Indexing/thesaurus.txt", "Indexing/zones.txt"];

    public static string Value { get; } = $"{Rules}-{string.Join('-', Array.ConvertAll(Lists, ChecksumOf))}";

    private static string ChecksumOf(string list) => Checksum.Of(EmbeddedText.Bytes(list)).ToString("x8", CultureInfo.InvariantCulture);
}
