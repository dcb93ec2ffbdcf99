using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Tests.Reading;

public sealed class DecodingTests
{
    private const string Sample = "Ausfall – “Café” 14:05 → 15:10 😀\nSecond line\n";

    public static TheoryData<string, byte[], bool> Encodings => new()
    {
        { "utf-8", [], false },
        { "utf-8", [0xEF, 0xBB, 0xBF], false },
        { "utf-16le", [0xFF, 0xFE], false },
        { "utf-16be", [0xFE, 0xFF], true },
        { "utf-16le", [], false },
        { "utf-16be", [], true },
        { "utf-32le", [0xFF, 0xFE, 0, 0], false },
        { "utf-32be", [0, 0, 0xFE, 0xFF], true },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Unicode_is_told_by_its_mark_or_its_pattern(string name, byte[] mark, bool bigEndian)
    {
        Encoding encoding = name[..5] switch
        {
            "utf-1" => new UnicodeEncoding(bigEndian, byteOrderMark: false),
            "utf-3" => new UTF32Encoding(bigEndian, byteOrderMark: false),
            _ => new UTF8Encoding(false),
        };

        var document = Decode([.. mark, .. encoding.GetBytes(Sample)]);

        Assert.Equal((Sample, name), (document.Text, document.Encoding));
    }

    [Fact]
    public void What_is_not_UTF8_is_Windows_1252()
    {
        var document = Decode([.. "caf"u8, 0xE9, .. " \u0000"u8[..1], 0x93, .. "x"u8, 0x94, 0x80]);

        Assert.Equal(("café “x”€", "windows-1252"), (document.Text, document.Encoding));
    }

    [Fact]
    public void A_stray_byte_does_not_spoil_the_other_letters()
    {
        var document = Decode([.. "naïve "u8, 0x92, .. " café"u8]);

        Assert.Equal(("naïve ’ café", "utf-8 and windows-1252"), (document.Text, document.Encoding));
    }

    [Theory]
    [InlineData("a\r\nb\rc\n\r\n", "a\nb\nc\n\n")]
    [InlineData("a\tb\fc\u001bd\u0085e, twenty letters more", "a\tb c d e, twenty letters more")]
    public void Line_ends_are_line_feeds_and_control_characters_blanks(string written, string read) =>
        Assert.Equal(read, Decode(Encoding.UTF8.GetBytes(written)).Text);

    [Fact]
    public void A_UTF16_file_cut_in_the_middle_of_a_letter_keeps_the_rest() =>
        Assert.Equal("outage", Decode([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("outage!")[..^1]]).Text);

    [Fact]
    public void Lone_surrogates_become_the_replacement_character() =>
        Assert.Equal("a\uFFFDb", Decode([0xFF, 0xFE, (byte)'a', 0, 0x00, 0xD8, (byte)'b', 0]).Text);

    [Fact]
    public void Any_bytes_are_text_without_control_characters_or_a_binary_file() =>
        Prop.ForAll<byte[], bool>((bytes, isHtml) => DocumentReader.Decode(isHtml ? "a.html" : "a.md", bytes) switch
        {
            ReadDocument read => !read.Document.Text.Any(c => char.IsControl(c) && c is not ('\n' or '\t')) && IsWellFormed(read.Document.Text),
            var other => other is ReadSkipped,
        }).QuickCheckThrowOnFailure();

    private static bool IsWellFormed(string text) => new UTF8Encoding(false, throwOnInvalidBytes: true).GetByteCount(text) >= text.Length;

    private static SourceDocument Decode(byte[] bytes) => Assert.IsType<ReadDocument>(DocumentReader.Decode("a.md", bytes)).Document;
}
