using System.Collections.Immutable;
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

    private static readonly ImmutableArray<string[]> Table = [.. EmbeddedText.Lines("Indexing/Ranking/shares.txt").Select(line => line.Split(' '))];
    private static readonly Dictionary<string, double> Numbers = Column("number", row => Number(row[2]));
    private static readonly Dictionary<string, double> Parts = Column("part", row => Number(row[2]));
    private static readonly Dictionary<string, Band> Wholes = Column("whole", BandOf);
    private static readonly Dictionary<string, Band> Alone = Column("alone", BandOf);
    private static readonly HashSet<string> People =
        Table.Where(row => row[0] == "people").Select(row => EnglishStemmer.Stem(row[1])).ToHashSet(StringComparer.Ordinal);


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
        if (Alone.TryGetValue(words[i], out var alone))
            return (i + 1, alone.Low, alone.High);
        if (Wholes.TryGetValue(words[i], out var whole) && PeopleAfter(words, i + 1) is { } end)
            return (end, whole.Low, whole.High);
        return Fraction(words, i) ?? OneIn(words, i) ?? Percent(words, i);
    }

    // "two thirds of our users"
    private static (int End, double Low, double High)? Fraction(string[] words, int i)
    {
        if (i + 1 < words.Length && Numbers.TryGetValue(words[i], out var count) && Parts.TryGetValue(words[i + 1], out var part)
            && PeopleAfter(words, i + 2) is { } end)
        {
            return Around(end, 100 * count / part);
        }

        return null;
    }

    // "four in five", "four out of five"
    private static (int End, double Low, double High)? OneIn(string[] words, int i)
    {
        var second = i + 2 < words.Length && words[i + 1] == "out" ? i + 3 : i + 2;
        if (second < words.Length && words[second - 1] is "in" or "of" && Numbers.TryGetValue(words[i], out var some)
            && Numbers.TryGetValue(words[second], out var all) && some < all)
        {
            return Around(second + 1, 100 * some / all);
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
        return at < words.Length && People.Contains(EnglishStemmer.Stem(words[at])) ? at + 1 : null;
    }

    private static Dictionary<string, T> Column<T>(string kind, Func<string[], T> read) =>
        Table.Where(row => row[0] == kind).ToDictionary(row => row[1], read, StringComparer.Ordinal);

    private static Band BandOf(string[] row) => new(Number(row[2]), Number(row[3]));

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

    private sealed record Band(double Low, double High);
}
