namespace PostmortemInsights.Indexing.Words;

/// <summary>Reads the word lists that are embedded in the library: one entry a line, <c>#</c> begins a comment line.</summary>
internal static class EmbeddedList
{
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(EmbeddedList).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The library has no embedded file '{name}'.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var text = line.Trim();
            if (text.Length > 0 && text[0] != '#')
                yield return text;
        }
    }
}
