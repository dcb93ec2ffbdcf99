using System.Globalization;
using System.Text;

namespace PostmortemInsights.Reporting.Terminal;

/// <summary>How much room text takes on a terminal.</summary>
internal static class TextLayout
{
    /// <summary>Columns that the text takes: two for East Asian wide characters and emoji, none for combining marks.</summary>
    public static int Width(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
            width += Width(rune);
        return width;
    }

    /// <summary>The text in lines of at most <paramref name="width"/> columns, broken at spaces; a longer word is cut.</summary>
    public static IReadOnlyList<string> Wrap(string text, int width)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var word in text.Split(' ').SelectMany(w => Cut(w, width)))
        {
            if (line.Length > 0 && Width(line.ToString()) + 1 + Width(word) > width)
            {
                lines.Add(line.ToString());
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        lines.Add(line.ToString());
        return lines;
    }

    /// <summary>The text followed, or for figures preceded, by spaces to the width.</summary>
    public static string Pad(string text, int width, bool right)
    {
        var spaces = new string(' ', Math.Max(0, width - Width(text)));
        return right ? spaces + text : text + spaces;
    }

    /// <summary>A word in pieces that fit; it is cut behind a hyphen or slash where there is one.</summary>
    private static IEnumerable<string> Cut(string word, int width)
    {
        var rest = word;
        while (Width(rest) > width)
        {
            var fits = Fitting(rest, width);
            var joint = rest.AsSpan(0, fits).LastIndexOfAny('-', '/') + 1;
            var cut = joint > 1 ? joint : fits;
            yield return rest[..cut];
            rest = rest[cut..];
        }

        yield return rest;
    }

    /// <summary>How many characters from the beginning fit; at least one whole letter.</summary>
    private static int Fitting(string text, int width)
    {
        var (length, taken) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            taken += Width(rune);
            if (taken > width && length > 0)
                break;
            length += rune.Utf16SequenceLength;
        }

        return length;
    }

    private static int Width(Rune rune)
    {
        if (rune.Value < 0x300)
            return 1;
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
            return 0;
        return rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
            or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF)
            or (>= 0x20000 and <= 0x3FFFD) ? 2 : 1;
    }
}
