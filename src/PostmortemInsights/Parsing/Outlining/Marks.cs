using System.Text.RegularExpressions;

namespace PostmortemInsights.Parsing.Outlining;

/// <summary>The marks by which people show structure in a line: headings, bullets, numbers, labels, rules, fences.</summary>
internal static partial class Marks
{
    /// <summary>Whether a line holds no text of its own: a rule, a fence, an empty bullet, a reference. Of lines that begin with a letter, only an import.</summary>
    public static bool IsBare(ReadOnlySpan<char> line) =>
        (!char.IsAsciiLetter(line[0]) || line.StartsWith("import", StringComparison.Ordinal))
        && (Rule().IsMatch(line) || Fence().IsMatch(line) || EmptyBullet().IsMatch(line) || Reference().IsMatch(line));

    /// <summary><c># Title</c>, also behind a bullet; and <c>#Title</c>, which many write, but not <c>#123</c> or <c>#channel</c>.</summary>
    [GeneratedRegex(@"\A(?:[-*+]\s+(?=#{1,6}\s))?(?<marks>#{1,6})(?:\s+|(?=\p{Lu}))(?<text>\S.*?)\s*#*\z", RegexOptions.ExplicitCapture)]
    public static partial Regex AtxHeading();

    /// <summary>A whole line in bold or italics, with or without a colon.</summary>
    [GeneratedRegex(@"\A(?:(?:\*{1,3}|_{1,2})(?<text>[^*_\n][^*\n]*?)(?:\*{1,3}|_{1,2})|<(?:b|strong|u|h[1-6])>(?<text>[^<\n]+)</(?:b|strong|u|h[1-6])>)\s*(?::\s*)?\\?\z", RegexOptions.ExplicitCapture)]
    public static partial Regex BoldLine();

    /// <summary>A bullet, number (in bold too), letter or check box in front of an item.</summary>
    [GeneratedRegex(@"\A(?:(?<bullet>[-*+•●▪◦‣⁃·○■□➢➤►▶✓✔–—→])[\s\u00A0]+(?=\S)|(?<bullet>[•●▪◦‣⁃○■□➢➤►▶✓✔→☐☑☒])(?=\S|\s\S)\s?|(?<bullet>[-=]>)\s+(?=\S)|(?<bullet>[-*])(?=\d{1,2}:\d\d)|(?<bullet>-)(?=\p{Lu}\p{Ll})|(?=\[[ xX]\]\s)|(?<number>\(?\d{1,2}[.)]|#\.(?=\s)|\d\.\d\.?(?=\s+\p{L})|(?:\*\*|__)\d{1,2}(?:[.)]|\.\d\.?)(?:\*\*|__)(?=\s+\p{L})|\(?[a-zA-Z][)]|[a-z]\.(?=\s)|\(?[ivx]{1,4}\))(?:\s+(?=\S)|(?=[A-Za-z]|\d{1,2}:\d\d)))(?<box>\[(?<tick>[ xX])\]\s*)?", RegexOptions.ExplicitCapture)]
    public static partial Regex Bullet();

    /// <summary>A bullet with nothing behind it.</summary>
    [GeneratedRegex(@"\A(?:[-*+•●▪◦‣⁃·○■□➢➤►▶✓✔–—→]|\d{1,2}[.)])\z")]
    private static partial Regex EmptyBullet();

    /// <summary>The line under a heading, or a rule.</summary>
    [GeneratedRegex(@"\A(?:=+|-{2,}|_{3,}|\*{3,}|~{3,}|(?:[-*_] ){2,}[-*_])\z")]
    private static partial Regex Rule();

    /// <summary>A rule that can stand under a heading.</summary>
    [GeneratedRegex(@"\A(?:={2,}|-{2,}|~{3,})\z")]
    public static partial Regex Underline();

    /// <summary>The beginning or end of a code block.</summary>
    [GeneratedRegex(@"\A(?:`{3,}|~{3,})[\w+#. {}=""'-]{0,60}\z")]
    public static partial Regex Fence();

    /// <summary>A row of a Markdown table; bars behind a backtick are a shell's.</summary>
    [GeneratedRegex(@"\A\|[^|]*\|.*\z|\A[^|`]+(?:\|[^|]*){2,}\z")]
    public static partial Regex TableRow();

    /// <summary>The row between the header of a table and its body.</summary>
    [GeneratedRegex(@"\A\|?(?>\s*:?-{2,}:?\s*\|?)+\z")]
    public static partial Regex TableRule();

    /// <summary>A line that only points elsewhere: a link target, a footnote's number, an import, an image, the attributes of what stands above; and the edges of a comment or of a note.</summary>
    [GeneratedRegex(@"\A(?:\[[^\]\n]+\]:\s*(?:<?(?:https?:|/|#|mailto:|\.\.?/)\S*.*)?|import\s.*\sfrom\s.*|!\[[^\]\n]*\]\([^)\n]*\)|\{:[^\n]*\}|<!-{2,}|-{2,}>|:{3,} ?[\w-]*)\z")]
    private static partial Regex Reference();

    /// <summary>What reads like a label before a colon: one to nine words, beginning with a letter, no sentence end, no time.</summary>
    [GeneratedRegex(@"\A(?<label>[\p{L}#""“'‘(\[][^:.!?;\n]{0,78}?(?:\([^()\n]{0,60}\))?)\s?[:：](?:\s+|\z|(?=\p{Lu}\p{Ll}))", RegexOptions.ExplicitCapture)]
    public static partial Regex Label();

    /// <summary>Emoji and other ornaments in front of a heading or item, and the colon of a definition.</summary>
    [GeneratedRegex(@"\A(?:[\p{So}\p{Cs}\p{Sk}\p{Cf}\p{Mn}\p{Me}]|:[a-z_]+:|:\s|\s)+")]
    public static partial Regex Ornament();
}
