using PostmortemInsights.Incidents;

namespace PostmortemInsights.Reading;

/// <summary>Reads the values that TOML and JavaScript write alike: quoted strings, bare words, and lists of them.</summary>
/// <param name="text">The whole text; spans point into it.</param>
/// <param name="reach">The part that may be read.</param>
/// <param name="comment">What starts a comment that goes to the end of the line.</param>
internal sealed class ScalarScanner(string text, SourceSpan reach, string comment)
{
    public int Position { get; private set; } = reach.Start;

    public bool AtEnd => Position >= reach.End;

    public char Current => AtEnd ? '\0' : text[Position];

    public void Skip() => Position = Math.Min(Position + 1, reach.End);

    public void SkipLine()
    {
        while (!AtEnd && Current != '\n')
            Skip();
    }

    public void SkipBlank()
    {
        while (!AtEnd && (char.IsWhiteSpace(Current) || StartsWith(comment)))
        {
            if (char.IsWhiteSpace(Current))
                Skip();
            else
                SkipLine();
        }
    }

    /// <summary>The text of a key, quoted or bare, up to <paramref name="separator"/>, which is skipped; null if the line has none.</summary>
    public string? ReadKey(char separator)
    {
        var start = Position;
        while (!AtEnd && Current != separator && Current != '\n')
            Skip();
        if (Current != separator)
            return null;
        Skip();
        return text[start..(Position - 1)].Trim().Trim('"', '\'');
    }

    /// <summary>A scalar or the scalars of a list, without quotation marks; nothing for an object or objects in a list.</summary>
    public List<SourceSpan> ReadValues()
    {
        var values = new List<SourceSpan>();
        while (!AtEnd && Current is ' ' or '\t')
            Skip();
        if (Current == '[')
            ReadList(values);
        else
            ReadValue(values);
        return values;
    }

    private void ReadList(List<SourceSpan> values)
    {
        Skip();
        for (SkipBlank(); !AtEnd && Current != ']'; SkipBlank())
        {
            if (Current == ',')
                Skip();
            else
                ReadValue(values);
        }

        Skip();
    }

    private void ReadValue(List<SourceSpan> values)
    {
        if (Current is '[' or '{')
            SkipNested();
        else if ((IsQuote(Current) ? ReadQuoted() : ReadBare()) is { Length: > 0 } span)
            values.Add(span);
    }

    private void SkipNested()
    {
        var depth = 0;
        do
        {
            depth += Current is '[' or '{' ? 1 : Current is ']' or '}' ? -1 : 0;
            if (IsQuote(Current))
                ReadQuoted();
            else
                Skip();
        }
        while (!AtEnd && depth > 0);
    }

    private SourceSpan ReadQuoted()
    {
        var quote = Current.ToString();
        var mark = StartsWith(quote + quote + quote) ? quote + quote + quote : quote;
        var start = Position + mark.Length;
        for (Position = start; !AtEnd && !StartsWith(mark); Skip())
        {
            if (Current == '\\')
                Skip();
        }

        var end = Math.Max(start, Position);
        Position = Math.Min(end + mark.Length, reach.End);
        return new SourceSpan(start, Math.Min(end, reach.End));
    }

    private SourceSpan ReadBare()
    {
        var start = Position;
        while (!AtEnd && Current is not (',' or ']' or '}' or '\n') && !StartsWith(comment))
            Skip();
        var length = text.AsSpan(start, Position - start).TrimEnd().Length;
        if (Position == start)
            Skip();
        return new SourceSpan(start, start + length);
    }

    private bool StartsWith(string mark) => text.AsSpan(Position, reach.End - Position).StartsWith(mark, StringComparison.Ordinal);

    private static bool IsQuote(char c) => c is '"' or '\'' or '`';
}
