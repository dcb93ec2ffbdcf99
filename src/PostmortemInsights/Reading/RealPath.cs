namespace PostmortemInsights.Reading;

/// <summary>Paths with every symbolic link in them resolved, so that two names of one folder can be told.</summary>
internal static class RealPath
{
    private const int MaximumLinks = 40;

    public static string Of(string path) => Resolve(Path.GetFullPath(path), MaximumLinks);

    /// <summary>Whether <paramref name="path"/> lies below <paramref name="folder"/>.</summary>
    public static bool IsWithin(string path, string folder) =>
        path.Length > folder.Length
        && path.StartsWith(folder, StringComparison.Ordinal)
        && (Path.EndsInDirectorySeparator(folder) || path[folder.Length] == Path.DirectorySeparatorChar);

    private static string Resolve(string path, int linksLeft)
    {
        var root = Path.GetPathRoot(path) ?? "";
        var real = root;
        foreach (var part in path[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            real = Path.Join(real, part);
            if (linksLeft > 0 && LinkTarget(real) is { } target)
                real = Resolve(Path.GetFullPath(target, Path.GetDirectoryName(real) ?? root), linksLeft - 1);
        }

        return real;
    }

    private static string? LinkTarget(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
