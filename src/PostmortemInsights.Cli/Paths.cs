namespace PostmortemInsights.Cli;

/// <summary>The files and folders that a user names.</summary>
internal static class Paths
{
    /// <summary>For each path the folder in which a team's own words may stand beside its postmortems: the folder itself, or a file's.</summary>
    public static IReadOnlyList<string> Folders(IEnumerable<string> paths) =>
        [.. paths.Select(static path => Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!)];

    /// <summary>Refuses to begin when there is nothing to read at all.</summary>
    /// <exception cref="UsageException">None of the paths exists.</exception>
    public static void RequireAny(IReadOnlyCollection<string> paths)
    {
        if (paths.Any(Path.Exists))
            return;
        var named = string.Join(", ", paths.Select(path => $"'{path}'"));
        throw new UsageException($"There is no file or folder {named} (seen from {Environment.CurrentDirectory}). Check the spelling, or give another path.");
    }
}
