using System.Globalization;
using System.Text;

namespace PostmortemInsights.Reporting.Escaping;

/// <summary>
/// Text from a file, on one line and with nothing in it that acts instead of showing: control characters and terminal escapes, marks that
/// turn the direction of writing (the "Trojan Source" trick), invisible characters and halves of surrogate pairs are written as their code, <c>\u{1B}</c>.
/// </summary>
internal static class VisibleText
{
    /// <summary>The text on one line, runs of white space as one space.</summary>
    public static string Of(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
                AppendSpace(visible);
            else if (Shows(rune))
                visible.Append(rune);
            else
                visible.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:X}}}");
        }

        return visible.ToString().TrimEnd(' ');
    }

    /// <summary>The text with its line ends, everything else as <see cref="Of"/>.</summary>
    public static string WithLines(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(Of)).Trim('\n');

    private static void AppendSpace(StringBuilder visible)
    {
        if (visible.Length > 0 && visible[^1] != ' ')
            visible.Append(' ');
    }

    /// <summary>The joiners of emoji and of Persian and Indian scripts are invisible but change only their neighbours.</summary>
    private static bool Shows(Rune rune) => rune.Value is 0x200C or 0x200D || Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned);
}
