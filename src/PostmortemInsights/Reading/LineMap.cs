using PostmortemInsights.Incidents;

namespace PostmortemInsights.Reading;

/// <summary>The lines of a text, by number from 1. Made once for a text, then asked in logarithmic time.</summary>
public sealed class LineMap
{
    private readonly int[] _starts;

    /// <summary>Maps <paramref name="text"/>, whose line ends are <c>\n</c>.</summary>
    public LineMap(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Length = text.Length;
        var starts = new List<int> { 0 };
        for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1))
            starts.Add(at + 1);
        _starts = [.. starts];
    }

    /// <summary>Number of characters of the text.</summary>
    public int Length { get; }

    /// <summary>Number of lines; a text that ends in a line end has an empty last one.</summary>
    public int Count => _starts.Length;

    /// <summary>The number of the line, from 1, that holds the character at <paramref name="offset"/> (0 to the length of the text).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The offset lies outside of the text.</exception>
    public int LineOf(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Length);
        var found = Array.BinarySearch(_starts, offset);
        return found >= 0 ? found + 1 : ~found;
    }

    /// <summary>Where line <paramref name="number"/> (from 1) stands, without its line end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such line.</exception>
    public SourceSpan SpanOf(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, Count);
        return new SourceSpan(_starts[number - 1], number == Count ? Length : _starts[number] - 1);
    }
}
