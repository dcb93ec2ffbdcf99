using System.Globalization;

namespace PostmortemInsights.Parsing.Times;

/// <summary>Numbers in words or figures: <c>twenty-six</c>, <c>half an</c>, <c>2.5</c>.</summary>
internal static class Numerals
{
    /// <summary>The digits in words, for expressions.</summary>
    public const string Digit = "(?:one|two|three|four|five|six|seven|eight|nine)";

    /// <summary>Numbers from one to ninety-nine in words, for expressions.</summary>
    public const string Words = @"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-]" + Digit + @"\b)?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|" + Digit + ")";

    private static readonly Dictionary<string, double> Table = EmbeddedText.Table("Parsing/Times/numbers.txt")
        .ToDictionary(static pair => pair.Key, static pair => double.Parse(pair.Value, CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase);

    /// <summary>The whole number that digits of any script stand for; 0 for none. An expression's <c>\d</c> takes all of them.</summary>
    public static int Whole(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
            number = (10 * number) + (int)char.GetNumericValue(digit);
        return number;
    }

    /// <summary>The number that a text names; 0 when it names none.</summary>
    public static double Value(string text)
    {
        var words = text.Trim().Replace('-', ' ');
        if (Table.TryGetValue(words, out var number))
            return number;
        return double.TryParse(words.Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var figures)
            ? figures
            : words.Split(' ').Sum(static word => Table.GetValueOrDefault(word));
    }
}
