namespace PostmortemInsights.Analyzing;

/// <summary>The data tables of this stage, which are text files beside the code.</summary>
internal static class EmbeddedText
{
    /// <summary>The lines of <c>Analyzing/{name}</c> that are neither empty nor comments (<c>#</c>).</summary>
    public static IReadOnlyList<string> Lines(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream($"Analyzing/{name}")
            ?? throw new InvalidOperationException($"The table Analyzing/{name} is not built in.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Select(static l => l.Trim()).Where(static l => l.Length > 0 && l[0] != '#')];
    }
}
