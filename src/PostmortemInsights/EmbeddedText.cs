using System.Text;

namespace PostmortemInsights;

/// <summary>The word lists and tables that are built into the library.</summary>
internal static class EmbeddedText
{
    /// <summary>A table of two columns, <c>key | value</c>; keys are compared without case.</summary>
    /// <param name="name">Its path below the library's folder.</param>
    public static Dictionary<string, string> Table(string name) => Lines(name)
        .Select(static line => line.Split('|', 2, StringSplitOptions.TrimEntries))
        .ToDictionary(static cells => cells[0], static cells => cells[1], StringComparer.OrdinalIgnoreCase);

    /// <summary>The lists below a folder of the library, in ordinal order.</summary>
    public static IEnumerable<string> Names(string folder) =>
        typeof(EmbeddedText).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>The lines of a list without comments (<c>#</c>) and blank lines, trimmed.</summary>
    /// <param name="name">Its path below the library's folder, such as <c>Parsing/Times/zones.txt</c>.</param>
    public static IEnumerable<string> Lines(string name)
    {
        var text = Encoding.UTF8.GetString(Bytes(name));
        for (var (start, end) = (0, 0); start < text.Length; start = end + 1)
        {
            end = text.IndexOf('\n', start) is >= 0 and var at ? at : text.Length;
            var line = text.AsSpan(start, end - start).Trim();
            if (line.Length > 0 && line[0] != '#')
                yield return line.ToString();
        }
    }

    /// <summary>The lines of several lists in one file by the name above each, <c>[name]</c>.</summary>
    /// <param name="name">Its path below the library's folder.</param>
    public static ILookup<string, string> Sections(string name)
    {
        var section = "";
        var lines = new List<(string Section, string Line)>();
        foreach (var line in Lines(name))
        {
            if (line[0] == '[')
                section = line.Trim('[', ']');
            else
                lines.Add((section, line));
        }

        return lines.ToLookup(static pair => pair.Section, static pair => pair.Line, StringComparer.Ordinal);
    }

    /// <summary>A list as it stands in the library, byte for byte.</summary>
    /// <param name="name">Its path below the library's folder.</param>
    public static byte[] Bytes(string name)
    {
        using var stream = Open(name);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static Stream Open(string name) => typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The library was built without its list {name}.");
}
