using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace PostmortemInsights.Reading;

/// <summary>Bytes to text: finds the encoding, makes line ends <c>\n</c>, and keeps control characters out.</summary>
internal static class TextDecoder
{
    private const int SampleSize = 8192;
    private const double BinaryShare = 0.1;

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    // Every control character but tab and line feed, C1 (U+0080 to U+009F) included.
    private static readonly SearchValues<char> Controls =
        SearchValues.Create([.. Enumerable.Range(0, 160).Select(static c => (char)c).Where(static c => char.IsControl(c) && c is not ('\t' or '\n'))]);

    /// <summary>The text and the name of its encoding; no text if the bytes are not text.</summary>
    public static (string? Text, string Encoding) Decode(ReadOnlySpan<byte> bytes)
    {
        var (text, encoding) = DecodeRaw(bytes);
        return IsBinary(text) ? (null, "binary") : (Clean(text), encoding);
    }

    /// <summary>The same text with spaces for control characters, of the same length.</summary>
    public static string ReplaceControls(string text) => !text.AsSpan().ContainsAny(Controls) ? text : string.Create(text.Length, text, static (target, source) =>
    {
        source.CopyTo(target);
        for (int at; (at = target.IndexOfAny(Controls)) >= 0; target = target[(at + 1)..])
            target[at] = ' ';
    });

    private static (string Text, string Encoding) DecodeRaw(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, .. var rest] => DecodeUtf8(rest),
        [0xFF, 0xFE, 0, 0, .. var rest] => (new UTF32Encoding(bigEndian: false, byteOrderMark: false).GetString(Whole(rest, 4)), "utf-32le"),
        [0, 0, 0xFE, 0xFF, .. var rest] => (new UTF32Encoding(bigEndian: true, byteOrderMark: false).GetString(Whole(rest, 4)), "utf-32be"),
        [0xFF, 0xFE, .. var rest] => (Encoding.Unicode.GetString(Whole(rest, 2)), "utf-16le"),
        [0xFE, 0xFF, .. var rest] => (Encoding.BigEndianUnicode.GetString(Whole(rest, 2)), "utf-16be"),
        _ when HasNulAt(bytes, odd: true) => (Encoding.Unicode.GetString(Whole(bytes, 2)), "utf-16le"),
        _ when HasNulAt(bytes, odd: false) => (Encoding.BigEndianUnicode.GetString(Whole(bytes, 2)), "utf-16be"),
        _ => DecodeUtf8(bytes),
    };

    private static ReadOnlySpan<byte> Whole(ReadOnlySpan<byte> bytes, int unit) => bytes[..(bytes.Length / unit * unit)];

    // In UTF-16 without a mark every ASCII letter has a NUL at its side, and always at the same side.
    private static bool HasNulAt(ReadOnlySpan<byte> bytes, bool odd)
    {
        var sample = bytes[..Math.Min(bytes.Length, SampleSize)];
        var counts = (Even: 0, Odd: 0);
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] == 0)
                counts = (i & 1) == 0 ? (counts.Even + 1, counts.Odd) : (counts.Even, counts.Odd + 1);
        }

        var (there, elsewhere) = odd ? (counts.Odd, counts.Even) : (counts.Even, counts.Odd);
        return there > sample.Length / 5 && elsewhere < there / 10;
    }

    private static (string Text, string Encoding) DecodeUtf8(ReadOnlySpan<byte> bytes) => Utf8.IsValid(bytes)
        ? (Encoding.UTF8.GetString(bytes), "utf-8")
        : DecodeMixed(bytes);

    // Byte by byte, so that one stray byte pasted from elsewhere does not spoil the letters of a file that is UTF-8 otherwise.
    private static (string Text, string Encoding) DecodeMixed(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        var wide = 0;
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out var rune, out var consumed) == OperationStatus.Done)
            {
                text.Append(rune);
                wide += consumed > 1 ? 1 : 0;
            }
            else
            {
                text.Append(Windows1252.GetString(bytes[..consumed]));
            }

            bytes = bytes[consumed..];
        }

        return (text.ToString(), wide == 0 ? "windows-1252" : "utf-8 and windows-1252");
    }

    private static bool IsBinary(string text)
    {
        if (!text.AsSpan().ContainsAny(Controls))
            return false;
        var sample = text.AsSpan(0, Math.Min(text.Length, SampleSize));
        var controls = 0;
        foreach (var c in sample)
            controls += char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f' or '\e') ? 1 : 0;
        return controls > sample.Length * BinaryShare || text.Contains('\0', StringComparison.Ordinal);
    }

    private static string Clean(string text) => ReplaceControls(text.Contains('\r', StringComparison.Ordinal)
        ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
        : text);
}
