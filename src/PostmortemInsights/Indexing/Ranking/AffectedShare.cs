using System.Globalization;
using PostmortemInsights.Indexing.Words;

namespace PostmortemInsights.Indexing.Ranking;

/// <summary>A share of users that a query speaks of: <c>a third of visitors</c>, <c>four in five</c>, <c>most customers</c>.</summary>
/// <param name="Words">As typed.</param>
/// <param name="Low">Least percentage meant.</param>
/// <param name="High">Greatest percentage meant.</param>
public sealed record AffectedShare(string Words, double Low, double High)
{
    // "A third" is said of 30 and of 35 percent.
    private const double Tolerance = 4;

    private const string People = "people";

    // The lines by what they say of a word: "part third".
    private static readonly Dictionary<string, string> Table = Read();

    /// <summary>Whether a record's percentage is meant.</summary>
    public bool Covers(double percent) => percent >= Low && percent <= High;

    /// <summary>The first share that a text speaks of, or null.</summary>
    public static AffectedShare? Find(string text)
    {
        var words = WordsOf(text);
        for (var i = 0; i < words.Length; i++)
        {
            if (At(words, i) is { } found)
                return new AffectedShare(string.Join(' ', words[i..found.End]), found.Low, found.High);
        }

        return null;
    }

    private static (int End, double Low, double High)? At(string[] words, int i)
    {
        if (RowOf("alone", words[i]) is { } alone)
            return (i + 1, Number(alone[2]), Number(alone[3]));
        if (RowOf("whole", words[i]) is { } whole && PeopleAfter(words, i + 1) is { } end)
            return (end, Number(whole[2]), Number(whole[3]));
        return Fraction(words, i) ?? OneIn(words, i) ?? Percent(words, i);
    }

    // "two thirds of our users"
    private static (int End, double Low, double High)? Fraction(string[] words, int i)
    {
        if (i + 1 < words.Length && RowOf("number", words[i]) is { } count && RowOf("part", words[i + 1]) is { } part
            && PeopleAfter(words, i + 2) is { } end)
        {
            return Around(end, 100 * Number(count[2]) / Number(part[2]));
        }

        return null;
    }

    // "four in five", "four out of five"
    private static (int End, double Low, double High)? OneIn(string[] words, int i)
    {
        var second = i + 2 < words.Length && words[i + 1] == "out" ? i + 3 : i + 2;
        if (second < words.Length && words[second - 1] is "in" or "of" && RowOf("number", words[i]) is { } some
            && RowOf("number", words[second]) is { } all && Number(some[2]) < Number(all[2]))
        {
            return Around(second + 1, 100 * Number(some[2]) / Number(all[2]));
        }

        return null;
    }

    // "30% of users"
    private static (int End, double Low, double High)? Percent(string[] words, int i)
    {
        var sign = words[i].EndsWith('%') ? i : i + 1 < words.Length && words[i + 1] == "percent" ? i + 1 : -1;
        if (sign >= 0 && double.TryParse(words[i].TrimEnd('%'), NumberStyles.None, CultureInfo.InvariantCulture, out var percent)
            && PeopleAfter(words, sign + 1) is { } end)
        {
            return Around(end, percent);
        }

        return null;
    }

    private static (int End, double Low, double High) Around(int end, double percent) => (end, percent - Tolerance, percent + Tolerance);

    private static int? PeopleAfter(string[] words, int at)
    {
        while (at < words.Length && words[at] is "of" or "the" or "our" or "my" or "all" or "their")
            at++;
        return at < words.Length && RowOf(People, EnglishStemmer.Stem(words[at])) is not null ? at + 1 : null;
    }

    private static string[]? RowOf(string kind, string word) => Table.GetValueOrDefault($"{kind} {word}")?.Split(' ');

    private static Dictionary<string, string> Read()
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in EmbeddedText.Lines("Indexing/Ranking/shares.txt"))
        {
            var row = line.Split(' ');
            table.Add($"{row[0]} {(row[0] == People ? EnglishStemmer.Stem(row[1]) : row[1])}", line);
        }

        return table;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    // Words are of letters, figures keep their percent sign.
    private static string[] WordsOf(string text)
    {
        var words = new List<string>();
        for (var (start, end) = (0, 0); start < text.Length; start = Math.Max(end, start + 1))
        {
            end = EndOfWord(text, start);
            if (end > start)
                words.Add(text[start..end].ToLowerInvariant());
        }

        return [.. words];
    }

    private static int EndOfWord(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
            end++;
        if (end > start)
            return end;
        while (end < text.Length && char.IsDigit(text[end]))
            end++;
        return end > start && end < text.Length && text[end] == '%' ? end + 1 : end;
    }
}
